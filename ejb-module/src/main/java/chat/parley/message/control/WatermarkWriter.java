package chat.parley.message.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Seat;
import chat.parley.journal.StreamId;
import chat.parley.message.MessageLog;
import chat.parley.message.Watermark;
import chat.parley.message.WatermarksMoved;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Writes moved watermarks behind the callers' backs: what moves within {@link
 * Limits#WATERMARK_FLUSH} is written by one statement, and a member who reads fifty messages costs
 * one row. What is lost with a killed instance moves again with the member's next acknowledgement.
 */
public final class WatermarkWriter implements Runnable {

  /** The newest seq of each stream. */
  @FunctionalInterface
  public interface Heads {
    Map<StreamId, Long> of(Collection<StreamId> streams);
  }

  /** Those of the seats that are taken. */
  @FunctionalInterface
  public interface Seats {
    Set<Seat> taken(Collection<Seat> seats);
  }

  /** Those of the conversations with too many members to tell everybody of everybody. */
  @FunctionalInterface
  public interface Sizes {
    Set<ConversationId> large(Collection<ConversationId> conversations);
  }

  private final DataSource database;
  private final Heads heads;
  private final Seats seats;
  private final Sizes sizes;
  private final Consumer<WatermarksMoved> news;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Map<Seat, Watermark> waiting = new HashMap<>();
  private boolean stopping;
  private boolean ended;

  /**
   * A writer; {@link #run} is its thread.
   *
   * @param news is told what moved, after it was committed
   */
  public WatermarkWriter(
      DataSource database, Heads heads, Seats seats, Sizes sizes, Consumer<WatermarksMoved> news) {
    this.database = database;
    this.heads = heads;
    this.seats = seats;
    this.sizes = sizes;
    this.news = news;
  }

  /** Takes note; returns at once. What does not rise above zero is nothing. */
  public void raise(Seat seat, long delivered, long read) {
    if (delivered <= 0 && read <= 0) {
      return;
    }
    lock.lock();
    try {
      boolean first = waiting.isEmpty();
      merge(Map.of(seat, new Watermark(seat.account(), Math.max(delivered, read), read)));
      if (first) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The watermarks of everybody in conversations, as they are stored. */
  public Map<ConversationId, List<Watermark>> all(Collection<ConversationId> conversations) {
    // In none of them anybody is told of himself only: then it does not matter who asks.
    return of(conversations, Set.of(), new AccountId(new UUID(0, 0)));
  }

  /**
   * The watermarks of conversations, as they are stored; those without any are left out.
   *
   * @param ownOnly those of them where the viewer is told of himself only
   */
  public Map<ConversationId, List<Watermark>> of(
      Collection<ConversationId> conversations, Set<ConversationId> ownOnly, AccountId viewer) {
    try (Connection connection = database.getConnection()) {
      return WatermarkTable.of(connection, conversations, ownOnly, viewer);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Receipts cannot be read now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  /** Writes until {@link #stop}, then what still waits. */
  @Override
  public void run() {
    try {
      for (Map<Seat, Watermark> batch = next(); !batch.isEmpty(); batch = next()) {
        write(batch);
      }
    } catch (InterruptedException e) {
      // The container wants its thread back; what waits moves again with the next acknowledgement.
      Thread.currentThread().interrupt();
    } finally {
      lock.lock();
      try {
        ended = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Lets the writer finish.
   *
   * @return false when it did not within this time
   */
  public boolean stop(Duration within) throws InterruptedException {
    lock.lock();
    try {
      stopping = true;
      changed.signalAll();
      long left = within.toNanos();
      while (!ended && left > 0) {
        left = changed.awaitNanos(left);
      }
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the first, lets others gather, and takes them all; empty when it is over. */
  private Map<Seat, Watermark> next() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !stopping) {
        changed.await();
      }
      long left = Limits.WATERMARK_FLUSH.toNanos();
      while (left > 0 && !stopping) {
        left = changed.awaitNanos(left);
      }
      Map<Seat, Watermark> batch = waiting;
      waiting = new HashMap<>();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void write(Map<Seat, Watermark> batch) throws InterruptedException {
    Map<ConversationId, List<Watermark>> moved;
    Set<ConversationId> large;
    try {
      Map<Seat, Watermark> possible = clamp(batch);
      large = sizes.large(possible.keySet().stream().map(Seat::conversation).toList());
      moved = raise(possible);
    } catch (SQLException | RuntimeException e) {
      tryLater(batch, e);
      return;
    }
    moved.forEach(
        (conversation, watermarks) -> {
          try {
            news.accept(
                new WatermarksMoved(conversation, watermarks, large.contains(conversation)));
          } catch (RuntimeException e) {
            MessageLog.LOG.followerFailed(e);
          }
        });
  }

  private Map<ConversationId, List<Watermark>> raise(Map<Seat, Watermark> watermarks)
      throws SQLException {
    if (watermarks.isEmpty()) {
      return Map.of();
    }
    try (Connection connection = database.getConnection()) {
      return WatermarkTable.raise(connection, watermarks);
    }
  }

  /** Nobody has read what is not written, or what is not his to read. */
  private Map<Seat, Watermark> clamp(Map<Seat, Watermark> batch) {
    Set<Seat> taken = seats.taken(batch.keySet());
    Set<StreamId> streams = new HashSet<>();
    taken.forEach(seat -> streams.add(stream(seat)));
    Map<StreamId, Long> newest = heads.of(streams);
    Map<Seat, Watermark> possible = new HashMap<>();
    for (Seat seat : taken) {
      long head = newest.getOrDefault(stream(seat), 0L);
      Watermark wanted = batch.get(seat);
      if (wanted != null && head > 0) {
        possible.put(
            seat,
            new Watermark(
                seat.account(), Math.min(wanted.delivered(), head), Math.min(wanted.read(), head)));
      }
    }
    return possible;
  }

  private void tryLater(Map<Seat, Watermark> batch, Exception cause) throws InterruptedException {
    lock.lock();
    try {
      merge(batch);
      MessageLog.LOG.watermarksWait(waiting.size(), cause);
      if (stopping) {
        waiting.clear();
      }
      long left = Limits.COME_BACK_AFTER.toNanos();
      while (left > 0 && !stopping) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void merge(Map<Seat, Watermark> watermarks) {
    watermarks.forEach(
        (seat, watermark) -> {
          if (waiting.size() < Limits.WAITING_WATERMARKS || waiting.containsKey(seat)) {
            waiting.merge(seat, watermark, Watermark::max);
          }
        });
  }

  private static StreamId stream(Seat seat) {
    return StreamId.conversation(seat.conversation().value());
  }
}
