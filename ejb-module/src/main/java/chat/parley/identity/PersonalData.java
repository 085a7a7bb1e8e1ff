package chat.parley.identity;

import chat.parley.platform.AccountId;
import java.util.Set;

/**
 * What one feature holds of people: it gives all of one person's to its owner, and erases it when
 * the account is deleted. Every feature that has tables with people in them has one bean of this
 * type; a test compares {@link #tables} with the schema.
 */
public interface PersonalData {

  /** The name of the feature; features are asked and erased in the order of their names. */
  String feature();

  /** The tables whose rows are exported, as far as they say something of the person, and erased. */
  Set<String> tables();

  /**
   * Gives what is stored of a person. Nothing of it may be about somebody else beyond what the
   * person sees in Parley, and nothing a secret with which a session or an account is opened.
   *
   * @param files where it goes; each call for a file is written out at once
   */
  void export(AccountId account, DataFiles files);

  /**
   * Erases a part of what is stored of a deleted account, in the caller's transaction: as much as
   * may be done under one lock. What is gone already stays so.
   *
   * @return whether there may be more, for which it is called again in a transaction of its own
   */
  boolean erase(AccountId account);
}
