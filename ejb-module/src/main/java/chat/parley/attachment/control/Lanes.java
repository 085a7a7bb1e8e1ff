package chat.parley.attachment.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.Unavailable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * How many bodies are on their way through this instance at the same time: each holds a thread for
 * as long as the other side takes. Nobody waits for a lane; who finds none comes back.
 */
final class Lanes {

  private final Semaphore all;
  private final int ofOne;
  private final ConcurrentHashMap<AccountId, Integer> taken = new ConcurrentHashMap<>();

  /**
   * Lanes.
   *
   * @param all how many there are
   * @param ofOne how many one account has at most
   */
  Lanes(int all, int ofOne) {
    this.all = new Semaphore(all);
    this.ofOne = ofOne;
  }

  /** A lane that is taken until it is closed. */
  final class Lane implements AutoCloseable {

    private final AccountId account;

    private Lane(AccountId account) {
      this.account = account;
    }

    /** Says that what follows happens on it. */
    void use() {
      // Being there is enough.
    }

    @Override
    public void close() {
      taken.computeIfPresent(account, (one, count) -> less(count));
      all.release();
    }
  }

  /**
   * Takes a lane.
   *
   * @throws Unavailable when there is none for this account
   */
  Lane enter(AccountId account) {
    if (!all.tryAcquire()) {
      throw crowded();
    }
    AtomicBoolean isFull = new AtomicBoolean();
    taken.compute(
        account,
        (one, count) -> {
          int before = count == null ? 0 : count;
          isFull.set(before >= ofOne);
          return isFull.get() ? before : before + 1;
        });
    if (isFull.get()) {
      all.release();
      throw crowded();
    }
    return new Lane(account);
  }

  /**
   * Makes sure that there is a lane now; it may be gone the next moment.
   *
   * @throws Unavailable when there is none
   */
  void require(AccountId account) {
    if (all.availablePermits() == 0 || taken.getOrDefault(account, 0) >= ofOne) {
      throw crowded();
    }
  }

  private static @Nullable Integer less(int count) {
    return count == 1 ? null : count - 1;
  }

  private static Unavailable crowded() {
    return new Unavailable("Too many files are on their way.", Limits.COME_BACK_AFTER);
  }
}
