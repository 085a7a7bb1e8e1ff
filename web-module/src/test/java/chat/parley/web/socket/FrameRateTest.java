package chat.parley.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrameRateTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final FrameRate rate = new FrameRate(10, 20, 0);

  @Test
  void burstIsAdmittedAndTheNextIsNot() {
    take(20, 0);
    assertThat(rate.isExceeded()).isFalse();
    take(1, 0);
    assertThat(rate.isExceeded()).isTrue();
    assertThat(rate.roomAfter(0)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void roomComesBackWithTime() {
    take(21, 0);
    take(1, SECOND);
    assertThat(rate.isExceeded()).isFalse();
  }

  @Test
  void clientThatDoesNotListenIsNoticed() {
    take(40, 0);
    assertThat(rate.isIgnored()).isFalse();
    take(1, 0);
    assertThat(rate.isIgnored()).isTrue();
  }

  private void take(int frames, long now) {
    for (int i = 0; i < frames; i++) {
      rate.take(now);
    }
  }
}
