package chat.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static String await(CountDownLatch in, CountDownLatch go) {
    in.countDown();
    try {
      go.await();
      return "done";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  @Test
  void whoseTurnDoesNotComeInTimeIsToldWhenToComeBack() throws Exception {
    Turns turns = new Turns(1, Duration.ofMillis(50), "Many work.");
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<String> first = threads.submit(() -> turns.take(() -> await(in, go)));
    in.await();

    assertThatThrownBy(() -> turns.take(() -> "never"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("Many work.");

    go.countDown();
    assertThat(first.get()).isEqualTo("done");
    assertThat(turns.take(() -> "next")).isEqualTo("next");
  }

  @Test
  void workThatFailsGivesItsPlaceBack() {
    Turns turns = new Turns(1, Duration.ZERO, "Many work.");
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  turns.take(
                      () -> {
                        throw new IllegalArgumentException("no");
                      }))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whoIsInterruptedWhileWaitingDoesNotWork() throws Exception {
    Turns turns = new Turns(1, Duration.ofMinutes(1), "Many work.");
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<String> first = threads.submit(() -> turns.take(() -> await(in, go)));
    in.await();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> turns.take(() -> "never")).isInstanceOf(Unavailable.class);

    assertThat(Thread.interrupted()).isTrue();
    go.countDown();
    assertThat(first.get()).isEqualTo("done");
  }
}
