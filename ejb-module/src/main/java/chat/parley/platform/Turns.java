package chat.parley.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many do heavy work at the same time, and the others wait for a while, in the order in
 * which they came. For any number of threads.
 */
public final class Turns {

  private final Semaphore places;
  private final Duration patience;
  private final String crowded;

  /**
   * Turns.
   *
   * @param atOnce how many work at the same time
   * @param patience how long each of the others waits
   * @param crowded what a person is told whose turn did not come
   */
  public Turns(int atOnce, Duration patience, String crowded) {
    this.places = new Semaphore(atOnce, true);
    this.patience = patience;
    this.crowded = crowded;
  }

  /**
   * Does the work when its turn comes.
   *
   * @throws Unavailable when it does not come in time, or this instance stops
   */
  public <T> T take(Supplier<T> work) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Unavailable(crowded, patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("The server is stopping.");
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
