package chat.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedTaskTest {

  private static final Duration PAUSE = Duration.ofMillis(1);
  private static final long SECONDS = 30;

  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final BlockingQueue<RuntimeException> told = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    scheduler.shutdownNow();
  }

  @Test
  void goesOnAtOnceWhileThereIsMoreAndRepeatsAfterThat() throws InterruptedException {
    BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
    AtomicInteger parts = new AtomicInteger();
    RepeatedTask task =
        RepeatedTask.start(
            scheduler,
            PAUSE,
            () -> {
              done.add(parts.incrementAndGet());
              return parts.get() % 3 != 0;
            },
            told::add,
            Duration.ZERO);
    List<Integer> seen = new ArrayList<>();
    while (seen.size() < 7) {
      seen.add(next(done));
    }
    task.close();
    assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(told).isEmpty();
  }

  /** Fails in runs 1, 3, 4, 5, 7 and 8: told at 4 and 8, the second of each row. */
  @Test
  void tellsOfTheSecondFailureInARowAndOnlyOnceUntilARunSucceeds() throws InterruptedException {
    List<Integer> failing = List.of(1, 3, 4, 5, 7, 8);
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch over = new CountDownLatch(10);
    RepeatedTask task =
        RepeatedTask.start(
            scheduler,
            PAUSE,
            () -> {
              int run = runs.incrementAndGet();
              over.countDown();
              if (failing.contains(run)) {
                throw new IllegalStateException("run " + run);
              }
              return false;
            },
            told::add,
            Duration.ZERO);
    assertThat(over.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    task.close();
    assertThat(told).extracting(Throwable::getMessage).containsExactly("run 4", "run 8");
  }

  @Test
  void beginsNoPartOfTheWorkOnceClosed() throws InterruptedException {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    AtomicInteger parts = new AtomicInteger();
    RepeatedTask task =
        RepeatedTask.start(
            scheduler,
            PAUSE,
            () -> {
              parts.incrementAndGet();
              began.countDown();
              await(closed);
              return true;
            },
            told::add,
            Duration.ZERO);
    assertThat(began.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    task.close();
    closed.countDown();
    scheduler.shutdown();
    assertThat(scheduler.awaitTermination(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(parts).hasValue(1);
  }

  @Test
  void keepsAFailureToItselfOnceClosed() throws InterruptedException {
    CountDownLatch second = new CountDownLatch(2);
    CountDownLatch closed = new CountDownLatch(1);
    RepeatedTask task =
        RepeatedTask.start(
            scheduler,
            PAUSE,
            () -> {
              second.countDown();
              if (second.getCount() == 0) {
                await(closed);
              }
              throw new IllegalStateException("what it used is closed");
            },
            told::add,
            Duration.ZERO);
    assertThat(second.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    task.close();
    closed.countDown();
    scheduler.shutdown();
    assertThat(scheduler.awaitTermination(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(told).isEmpty();
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T item = queue.poll(SECONDS, TimeUnit.SECONDS);
    assertThat(item).isNotNull();
    return item;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
