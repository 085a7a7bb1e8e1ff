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

  /** Those of the accounts that tell nobody what they read. */
  @FunctionalInterface
  public interface Hiding {
    Set<AccountId> among(Collection<AccountId> accounts);
  }

  /** What waits: what everybody may know, and what is read privately beyond it. */
  private record Batch(Map<Seat, Watermark> known, Map<Seat, Long> hidden) {}

  private final DataSource database;
  private final Heads heads;
  private final Seats seats;
  private final Sizes sizes;
  private final Hiding hiding;
  private final Consumer<WatermarksMoved> news;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Map<Seat, Watermark> waiting = new HashMap<>();
  private Map<Seat, Long> waitingPrivately = new HashMap<>();
  private boolean stopping;
  private boolean ended;

  /**
   * A writer; {@link #run} is its thread.
   *
   * @param news is told what moved, after it was committed
   */
  public WatermarkWriter(
      DataSource database,
      Heads heads,
      Seats seats,
      Sizes sizes,
      Hiding hiding,
      Consumer<WatermarksMoved> news) {
    this.database = database;
    this.heads = heads;
    this.seats = seats;
    this.sizes = sizes;
    this.hiding = hiding;
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

  /** The same of what is read and nobody else is told; that it was delivered is no secret. */
  public void raisePrivately(Seat seat, long read) {
    lock.lock();
    try {
      raise(seat, read, 0);
      if (read > 0 && waiting.containsKey(seat)) {
        waitingPrivately.merge(seat, read, Math::max);
      }
    } finally {
      lock.unlock();
    }
  }

  /** What everybody may know of everybody in a conversation, as it is stored. */
  public List<Watermark> all(ConversationId conversation) {
    return reading(connection -> WatermarkTable.of(connection, conversation));
  }

  /**
   * The watermarks of conversations as the viewer may know them; those without any are left out.
   *
   * @param ownOnly those of them where the viewer is told of himself only
   */
  public Map<ConversationId, List<Watermark>> of(
      Collection<ConversationId> conversations, Set<ConversationId> ownOnly, AccountId viewer) {
    boolean withoutReads = hidesReads(viewer);
    return reading(
        connection ->
            WatermarkTable.asSeen(connection, conversations, ownOnly, viewer, withoutReads));
  }

  /** Of these members those who have moved, as the viewer, who is none of them, may know them. */
  public List<Watermark> of(
      ConversationId conversation, Collection<AccountId> members, AccountId viewer) {
    boolean withoutReads = hidesReads(viewer);
    return reading(
        connection -> WatermarkTable.of(connection, conversation, members, withoutReads));
  }

  /** Who tells nobody what he reads is not told what others have read. */
  private boolean hidesReads(AccountId viewer) {
    return hiding.among(Set.of(viewer)).contains(viewer);
  }

  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  private <T> T reading(Reading<T> reading) {
    try (Connection connection = database.getConnection()) {
      return reading.from(connection);
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
      for (Batch batch = next(); !batch.known().isEmpty(); batch = next()) {
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
  private Batch next() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !stopping) {
        changed.await();
      }
      long left = Limits.WATERMARK_FLUSH.toNanos();
      while (left > 0 && !stopping) {
        left = changed.awaitNanos(left);
      }
      Batch batch = new Batch(waiting, waitingPrivately);
      waiting = new HashMap<>();
      waitingPrivately = new HashMap<>();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void write(Batch batch) throws InterruptedException {
    Map<ConversationId, List<Watermark>> moved;
    Map<ConversationId, List<Watermark>> movedPrivately;
    Set<ConversationId> large;
    try {
      Batch discreet = withoutWhatIsHidden(batch);
      Map<Seat, Watermark> possible = clamp(discreet.known());
      large = sizes.large(possible.keySet().stream().map(Seat::conversation).toList());
      moved = raise(possible);
      movedPrivately = raisePrivately(discreet.hidden(), possible);
    } catch (SQLException | RuntimeException e) {
      tryLater(batch, e);
      return;
    }
    moved.forEach(
        (conversation, watermarks) -> tell(conversation, watermarks, large.contains(conversation)));
    movedPrivately.forEach((conversation, watermarks) -> tell(conversation, watermarks, true));
  }

  private void tell(ConversationId conversation, List<Watermark> watermarks, boolean ownOnly) {
    try {
      news.accept(new WatermarksMoved(conversation, watermarks, ownOnly));
    } catch (RuntimeException e) {
      MessageLog.LOG.followerFailed(e);
    }
  }

  /** Who tells nobody what he reads has only received, as far as others know. */
  private Batch withoutWhatIsHidden(Batch batch) {
    Set<AccountId> readers = new HashSet<>();
    batch.known().values().stream()
        .filter(mark -> mark.read() > 0)
        .forEach(mark -> readers.add(mark.account()));
    Set<AccountId> hide = readers.isEmpty() ? Set.of() : hiding.among(readers);
    if (hide.isEmpty()) {
      return batch;
    }
    Map<Seat, Watermark> known = new HashMap<>(batch.known());
    Map<Seat, Long> hidden = new HashMap<>(batch.hidden());
    batch
        .known()
        .forEach(
            (seat, mark) -> {
              if (mark.read() > 0 && hide.contains(seat.account())) {
                known.put(seat, new Watermark(mark.account(), mark.delivered(), 0));
                hidden.merge(seat, mark.read(), Math::max);
              }
            });
    return new Batch(known, hidden);
  }

  private Map<ConversationId, List<Watermark>> raisePrivately(
      Map<Seat, Long> hidden, Map<Seat, Watermark> possible) throws SQLException {
    Map<Seat, Long> reads = new HashMap<>();
    hidden.forEach(
        (seat, read) -> {
          Watermark mark = possible.get(seat);
          if (mark != null) {
            reads.put(seat, Math.min(read, mark.delivered()));
          }
        });
    if (reads.isEmpty()) {
      return Map.of();
    }
    try (Connection connection = database.getConnection()) {
      return WatermarkTable.raisePrivately(connection, reads);
    }
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

  private void tryLater(Batch batch, Exception cause) throws InterruptedException {
    lock.lock();
    try {
      merge(batch.known());
      batch.hidden().forEach((seat, read) -> waitingPrivately.merge(seat, read, Math::max));
      MessageLog.LOG.watermarksWait(waiting.size(), cause);
      if (stopping) {
        waiting.clear();
        waitingPrivately.clear();
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
