package chat.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** So many at once, so many in the long run, each key for itself. */
class RateLimitTest {

  private long now = Long.MAX_VALUE - 5;

  private final RateLimit limit =
      new RateLimit(10, Duration.ofSeconds(1), "Slower, please.", () -> now);

  @Test
  void aBurstPassesAndTheNextIsToldWhenToComeBack() {
    take("ada", 10);

    TooManyRequests refusal = catchThrowableOfType(TooManyRequests.class, () -> limit.take("ada"));

    assertThat(refusal.detail()).isEqualTo("Slower, please.");
    assertThat(refusal.members()).containsEntry("afterMs", 101L);
    limit.take("bob");
  }

  @Test
  void oneMorePassesWithEachPartOfTheTimeEvenWhenTheTicksOverflow() {
    take("ada", 10);
    now += Duration.ofMillis(100).toNanos();
    limit.take("ada");
    assertThatThrownBy(() -> limit.take("ada")).isInstanceOf(TooManyRequests.class);
    now += Duration.ofSeconds(10).toNanos();
    take("ada", 10);
    assertThatThrownBy(() -> limit.take("ada")).isInstanceOf(TooManyRequests.class);
  }

  @Test
  void aRefusedRequestDoesNotCount() {
    take("ada", 10);
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> limit.take("ada")).isInstanceOf(TooManyRequests.class);
    }
    now += Duration.ofMillis(100).toNanos();
    limit.take("ada");
  }

  @Test
  void aFloodOfKeysIsForgottenOldestFirst() {
    take("ada", 10);
    for (int i = 0; i < 150_000; i++) {
      limit.take("stranger " + i);
    }
    take("ada", 10);
  }

  private void take(String key, int times) {
    for (int i = 0; i < times; i++) {
      limit.take(key);
    }
  }
}
