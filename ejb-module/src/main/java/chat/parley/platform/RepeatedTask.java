package chat.parley.platform;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done again and again until it is closed, with a pause between, never twice at the
 * same time. A run that fails does not end it.
 */
public final class RepeatedTask implements AutoCloseable {

  /**
   * Failures that end sooner are no news: a server that stops closes what a run uses some moments
   * before it tells anybody.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final BooleanSupplier step;
  private final Consumer<RuntimeException> trouble;
  private final Duration patience;

  private boolean failing;
  private boolean told;
  private long failingSince;
  private volatile boolean closed;
  private @Nullable Future<?> schedule;

  private RepeatedTask(
      BooleanSupplier step, Consumer<RuntimeException> trouble, Duration patience) {
    this.step = step;
    this.trouble = trouble;
    this.patience = patience;
  }

  /**
   * Begins after the first pause.
   *
   * @param pause between the end of a run and the beginning of the next
   * @param step a part of the work; true asks for the next part at once
   * @param trouble told of a failure in a row that lasts five seconds at least, and then not again
   *     until a run succeeds
   */
  public static RepeatedTask start(
      ScheduledExecutorService scheduler,
      Duration pause,
      BooleanSupplier step,
      Consumer<RuntimeException> trouble) {
    return start(scheduler, pause, step, trouble, PATIENCE);
  }

  static RepeatedTask start(
      ScheduledExecutorService scheduler,
      Duration pause,
      BooleanSupplier step,
      Consumer<RuntimeException> trouble,
      Duration patience) {
    RepeatedTask task = new RepeatedTask(step, trouble, patience);
    task.schedule =
        scheduler.scheduleWithFixedDelay(
            task::run, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    return task;
  }

  /** No part of the work begins after this; one that has begun may still be at its end. */
  @Override
  public void close() {
    closed = true;
    if (schedule != null) {
      schedule.cancel(false);
    }
  }

  private void run() {
    try {
      boolean more = true;
      while (more && !closed) {
        more = step.getAsBoolean();
      }
      failing = false;
      told = false;
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void failed(RuntimeException failure) {
    long now = System.nanoTime();
    if (!failing) {
      failing = true;
      failingSince = now;
    } else if (!told && !closed && now - failingSince >= patience.toNanos()) {
      told = true;
      trouble.accept(failure);
    }
  }
}
