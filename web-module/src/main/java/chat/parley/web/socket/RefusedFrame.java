package chat.parley.web.socket;

import chat.parley.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/** A frame that can be read and breaks a bound: it is answered with an {@code error}. */
final class RefusedFrame extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable String re;
  private final InvalidInput refusal;

  /**
   * A refusal.
   *
   * @param re the id of the request; null when there was none that could be read
   */
  RefusedFrame(@Nullable String re, InvalidInput refusal) {
    super(refusal);
    this.re = re;
    this.refusal = refusal;
  }

  @Nullable String re() {
    return re;
  }

  InvalidInput refusal() {
    return refusal;
  }
}
