package chat.parley.web.socket;

import chat.parley.platform.Limits;
import java.time.Duration;

/** A token bucket: so many frames at once, so many per second for long. For one thread. */
final class FrameRate {

  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double burst;
  private double tokens;
  private long filledAt;

  FrameRate(long now) {
    this(Limits.SOCKET_FRAMES_PER_SECOND, Limits.SOCKET_FRAMES_BURST, now);
  }

  FrameRate(double perSecond, double burst, long now) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.filledAt = now;
  }

  /** Counts a frame. */
  void take(long now) {
    tokens = Math.min(burst, tokens + (now - filledAt) / NANOS * perSecond) - 1;
    filledAt = now;
  }

  /** Whether requests must wait. */
  boolean isExceeded() {
    return tokens < 0;
  }

  /** Whether the client goes on although it was told to wait. */
  boolean isIgnored() {
    return tokens < -burst;
  }

  /** When there is room again. */
  Duration roomAfter(long now) {
    double debt = Math.max(0, -tokens) + 1;
    return Duration.ofMillis((long) Math.ceil(debt / perSecond * 1000));
  }
}
