package chat.parley.realtime.control;

/**
 * What of a stream an account may read: everything after the floor, up to and with the ceiling.
 *
 * @param ceiling {@link Long#MAX_VALUE} while there is no end
 */
public record Interval(long floor, long ceiling) {

  /** A whole stream. */
  public static final Interval ALL = new Interval(0, Long.MAX_VALUE);

  /** Whether the account may still read what is to come. */
  public boolean isOpen() {
    return ceiling == Long.MAX_VALUE;
  }

  /** The head of the stream, as the account may know it. */
  public long head(long head) {
    return Math.min(head, ceiling);
  }
}
