package chat.parley.platform;

import java.time.Duration;

/**
 * Every size bound and rate limit of the product, so that its promises stand on one screen. A bound
 * that an operator may change is a setting and not here.
 */
public final class Limits {

  /** Bytes of UTF-8 in the body of one message: leaves room in a frame for JSON escapes. */
  public static final int MESSAGE_BODY_BYTES = 64 * 1024;

  /** Bytes of one socket frame. */
  public static final int FRAME_BYTES = 128 * 1024;

  /** Bytes of the body of one REST request; files go another way. */
  public static final int REQUEST_BODY_BYTES = 64 * 1024;

  /** Items on one page of any list, over REST or by {@code fetch}. */
  public static final int PAGE_ITEMS = 200;

  /** Entries that one internal read of the log returns at most. */
  public static final int LOG_READ_ENTRIES = 1_000;

  /** Entries of one commit: more would only make the first sender wait for the last. */
  public static final int COMMIT_ENTRIES = 1_000;

  /** Bytes of bodies in one commit. */
  public static final int COMMIT_BYTES = 4 * 1024 * 1024;

  /** Entries that wait for the writer; a sender beyond them is asked to come back. */
  public static final int WAITING_ENTRIES = 20_000;

  /** Bytes of bodies that wait for the writer: what bounds its memory when bodies are large. */
  public static final int WAITING_BYTES = 64 * 1024 * 1024;

  /** When a sender that found the writer's queue full may come back. */
  public static final Duration COME_BACK_AFTER = Duration.ofSeconds(1);

  /** How often moved watermarks are written: the price of a receipt is a share of one statement. */
  public static final Duration WATERMARK_FLUSH = Duration.ofMillis(200);

  private Limits() {}
}
