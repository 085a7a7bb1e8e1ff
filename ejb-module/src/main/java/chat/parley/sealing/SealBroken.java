package chat.parley.sealing;

/**
 * Sealed bytes do not open: changed, moved, or of another installation. Never says which, and never
 * holds the bytes.
 */
public final class SealBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SealBroken() {
    super("a seal is broken");
  }
}
