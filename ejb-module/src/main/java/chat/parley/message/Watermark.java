package chat.parley.message;

import chat.parley.platform.AccountId;

/**
 * How far one member has come in a conversation; both are monotone and 0 before the first.
 *
 * @param delivered the highest entry stored by one of the member's devices
 * @param read the highest entry the member has seen, as far as it may be known to whoever is told
 */
public record Watermark(AccountId account, long delivered, long read) {

  /** The further of both, in each respect. */
  public static Watermark max(Watermark one, Watermark other) {
    return new Watermark(
        one.account(),
        Math.max(one.delivered(), other.delivered()),
        Math.max(one.read(), other.read()));
  }
}
