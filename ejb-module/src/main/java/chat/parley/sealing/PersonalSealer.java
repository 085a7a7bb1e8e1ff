package chat.parley.sealing;

import chat.parley.platform.AccountId;

/**
 * Seals what concerns one person, as {@link Sealer} does, under a key of this person's own. When
 * the account is deleted its key is destroyed: what it sealed opens for nobody any more, wherever a
 * copy of it is. Safe for concurrent use.
 */
public interface PersonalSealer {

  /**
   * Seals.
   *
   * @param person whose it is; the sealed bytes open for nobody else
   * @param plain any bytes, possibly none
   * @param associated what the sealed bytes are bound to, beside the person
   * @throws SealBroken when the person's key was destroyed
   * @throws chat.parley.platform.Unavailable when no key could be had
   */
  byte[] seal(AccountId person, byte[] plain, byte[] associated);

  /**
   * Opens what {@link #seal} made, and what a {@link Sealer} made of the same associated data
   * before people had keys of their own.
   *
   * @throws SealBroken when the bytes were changed or belong elsewhere, or the key was destroyed
   * @throws chat.parley.platform.Unavailable when the key could not be had now
   */
  byte[] unseal(AccountId person, byte[] sealed, byte[] associated);
}
