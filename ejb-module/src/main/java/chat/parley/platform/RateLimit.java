package chat.parley.platform;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Token buckets by key, on this instance: so many requests at once, and as many again, evenly,
 * within a time. It remembers the keys that asked last, up to a bound, so that a flood of keys
 * takes no memory. For any number of threads.
 */
public final class RateLimit {

  private static final int KEYS = 100_000;

  /** When the bucket of a key will be full again, in ticks; the key that asked last is last. */
  private final Map<String, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true);

  private final long tokenNanos;
  private final long bucketNanos;
  private final String detail;
  private final LongSupplier ticks;

  /**
   * A limit.
   *
   * @param burst requests at once, and again within each {@code within}
   * @param detail what a refusal says to the person
   */
  public RateLimit(int burst, Duration within, String detail) {
    this(burst, within, detail, System::nanoTime);
  }

  RateLimit(int burst, Duration within, String detail, LongSupplier ticks) {
    this.tokenNanos = within.toNanos() / burst;
    this.bucketNanos = tokenNanos * burst;
    this.detail = detail;
    this.ticks = ticks;
  }

  /**
   * Counts a request of this key.
   *
   * @throws TooManyRequests when the bucket is empty; the request does not count then
   */
  public void take(String key) {
    long wait = waitOrTake(key);
    if (wait > 0) {
      throw new TooManyRequests(detail, Duration.ofNanos(wait).plusMillis(1));
    }
  }

  private synchronized long waitOrTake(String key) {
    long now = ticks.getAsLong();
    Long known = fullAt.get(key);
    long owed = (known == null ? 0 : Math.max(0, known - now)) + tokenNanos;
    if (owed > bucketNanos) {
      return owed - bucketNanos;
    }
    fullAt.put(key, now + owed);
    if (fullAt.size() > KEYS) {
      Iterator<String> oldest = fullAt.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return 0;
  }
}
