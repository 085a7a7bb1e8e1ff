package chat.parley.sealing;

/**
 * Finds sealed values without unsealing any: a keyed hash (HMAC-SHA-256) of the value, which says
 * to whoever has only the database neither what it is nor, by trying, whether it is one he guesses.
 * The key is one for the installation and never changes. Safe for concurrent use.
 */
public interface BlindIndex {

  /**
   * The 32 bytes that stand beside the sealed value.
   *
   * @param purpose what the value is, such as {@code account-email}: the same text has another
   *     index elsewhere
   * @param canonical the value in the one form in which it is looked for
   * @throws chat.parley.platform.Unavailable when the key could not be had now
   */
  byte[] of(String purpose, String canonical);
}
