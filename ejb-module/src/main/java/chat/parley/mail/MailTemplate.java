package chat.parley.mail;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The mails that Parley writes. Each is a file {@code mail/en/<name>.txt}: the subject, an empty
 * line, and the text, with names in braces for its values.
 */
public enum MailTemplate {
  /** To a new address: the link that verifies it. */
  VERIFY_ADDRESS("username,link,hours"),
  /** To the address of an account that is active only after it was verified. */
  VERIFY_NEW_ACCOUNT("username,link,hours,time"),
  /** To an address that somebody gave although it belongs to an account already. */
  ADDRESS_IN_USE("origin"),
  /** To the address that was replaced. */
  ADDRESS_CHANGED("username,origin"),
  /** To the address that was taken out of an account. */
  ADDRESS_REMOVED("username,origin"),
  /** A password was set where there was none. */
  PASSWORD_SET("username,origin"),
  /** The password was changed. */
  PASSWORD_CHANGED("username,origin"),
  /** The password was taken away. */
  PASSWORD_REMOVED("username,origin"),
  /** A wallet opens the account from now on. */
  WALLET_LINKED("username,origin,wallet"),
  /** A wallet opens the account no more. */
  WALLET_UNLINKED("username,origin,wallet"),
  /** A passkey opens the account from now on. */
  PASSKEY_ADDED("username,origin,passkey"),
  /** A passkey opens the account no more. */
  PASSKEY_REMOVED("username,origin,passkey"),
  /** An identity at an issuer opens the account from now on. */
  IDENTITY_LINKED("username,origin,issuer"),
  /** An identity at an issuer opens the account no more. */
  IDENTITY_UNLINKED("username,origin,issuer"),
  /** To the address of a lost account: the link that opens it, together with a code. */
  RECOVER("username,link,origin"),
  /** To the address of a lost account that has no unused recovery code. */
  RECOVER_IMPOSSIBLE("username,origin"),
  /** A lost account was opened. */
  RECOVERED("username,origin,left"),
  /** Recovery codes were made; those before are no longer good. */
  RECOVERY_CODES_MADE("username,origin"),
  /** The account was deleted. */
  ACCOUNT_DELETED("username,origin"),
  /** To whoever runs the installation. */
  BUDGET_REACHED("percent,budget,month,used,granted,then");

  /** What asks for nothing but the proof of an address; all others protect an account. */
  private static final Set<MailTemplate> INVITATIONS =
      EnumSet.of(VERIFY_ADDRESS, VERIFY_NEW_ACCOUNT, ADDRESS_IN_USE);

  /** Immutable, unlike a set: with commas between. */
  private final String names;

  MailTemplate(String names) {
    this.names = names;
  }

  /** The names of its values. */
  public Set<String> names() {
    return Set.of(names.split(",", -1));
  }

  /** Whether it protects an account. */
  public boolean isProtective() {
    return !INVITATIONS.contains(this);
  }

  /** Its file, below the folder of a language. */
  public String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
  }
}
