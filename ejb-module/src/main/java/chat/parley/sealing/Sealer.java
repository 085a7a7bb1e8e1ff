package chat.parley.sealing;

/**
 * Seals bytes so that only an instance of this installation can read them, and only together with
 * the same associated data: a sealed body that was moved to another place does not open there.
 *
 * <p>Safe for concurrent use; made for the hot path: after the first call it needs no other party.
 */
public interface Sealer {

  /**
   * Seals.
   *
   * @param plain any bytes, possibly none
   * @param associated what the sealed bytes are bound to; not secret and not contained in them
   * @throws chat.parley.platform.Unavailable when no key could be had
   */
  byte[] seal(byte[] plain, byte[] associated);

  /**
   * Opens what {@link #seal} made, on this instance or another.
   *
   * @throws SealBroken when the bytes were changed, belong elsewhere, or were sealed under a key
   *     that this installation does not have
   * @throws chat.parley.platform.Unavailable when the key could not be had now
   */
  byte[] unseal(byte[] sealed, byte[] associated);
}
