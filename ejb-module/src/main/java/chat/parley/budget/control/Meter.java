package chat.parley.budget.control;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one instance knows and has counted of one budget. It counts in memory and writes a batch
 * down at once, after which it knows what all others have written. So each instance goes beyond a
 * budget by one batch at most: whoever writes one down when nothing is left sees that nothing is.
 */
public final class Meter {

  /** Who is refused does not make us ask again sooner. */
  static final Duration LOOKS_AGAIN = Duration.ofSeconds(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final long batch;
  private final Book book;
  private final LongSupplier ticks;

  private @Nullable Standing known;
  private long knownSince;
  private long unwritten;
  private boolean idle;
  private boolean closed;

  /** Where it is written down. */
  @FunctionalInterface
  public interface Book {

    /**
     * Adds what was counted, and says what all have.
     *
     * @throws chat.parley.platform.Unavailable when the database does not answer
     */
    Standing add(long amount);
  }

  /** What became of a wish to spend. */
  public enum Outcome {
    SPENT,
    REFUSED,
    /** The meter is no longer in use. */
    CLOSED
  }

  /**
   * A meter.
   *
   * @param batch what is counted at most before it is written down
   * @param ticks nanoseconds that only go forward
   */
  Meter(long batch, Book book, LongSupplier ticks) {
    this.batch = batch;
    this.book = book;
    this.ticks = ticks;
  }

  /**
   * Counts, unless that would be more than the most.
   *
   * @param before done when there is room, before it counts; what it throws leaves nothing counted
   * @throws chat.parley.platform.Unavailable when the database does not answer; nothing is counted
   */
  public Outcome spend(long amount, long most, Runnable before) {
    lock.lock();
    try {
      if (closed) {
        return Outcome.CLOSED;
      }
      if (!hasRoom(amount, most)) {
        return Outcome.REFUSED;
      }
      before.run();
      idle = false;
      unwritten += amount;
      if (unwritten >= batch) {
        try {
          write();
        } catch (RuntimeException away) {
          unwritten -= amount;
          throw away;
        }
      }
      return Outcome.SPENT;
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoom(long amount, long most) {
    if (most == Long.MAX_VALUE) {
      return true;
    }
    Standing standing = known == null ? write() : known;
    if (fits(standing, amount, most)) {
      return true;
    }
    if (ticks.getAsLong() - knownSince < LOOKS_AGAIN.toNanos()) {
      return false;
    }
    return fits(write(), amount, most);
  }

  private boolean fits(Standing standing, long amount, long most) {
    return amount <= most - standing.used() - unwritten;
  }

  /**
   * Writes down what was counted.
   *
   * @return what all have
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public Standing settle() {
    lock.lock();
    try {
      return write();
    } finally {
      lock.unlock();
    }
  }

  private Standing write() {
    Standing standing = book.add(unwritten);
    unwritten = 0;
    known = standing;
    knownSince = ticks.getAsLong();
    return standing;
  }

  /**
   * Writes down what was counted, and closes the meter when nothing was since the last time.
   *
   * @return whether it is closed
   */
  boolean settleOrClose() {
    lock.lock();
    try {
      if (unwritten > 0) {
        write();
      } else if (idle) {
        closed = true;
      }
      idle = true;
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** When the budget is whole again, as far as is known. */
  public Duration untilNextMonth() {
    lock.lock();
    try {
      return known == null ? LOOKS_AGAIN : known.untilNextMonth();
    } finally {
      lock.unlock();
    }
  }
}
