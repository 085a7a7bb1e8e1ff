package chat.parley.journal.control;

import chat.parley.journal.AppendFollower;
import chat.parley.journal.AppendGuard;
import chat.parley.journal.Appended;
import chat.parley.journal.EntriesAppended;
import chat.parley.journal.JournalLog;
import chat.parley.journal.NewEntry;
import chat.parley.platform.Afterwards;
import chat.parley.platform.Limits;
import chat.parley.platform.Unavailable;
import chat.parley.sealing.Sealer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The writer of the log. Senders put their entries in a queue; one long-running thread takes
 * whatever waits and commits it together. There is no timer: while one batch is being written, the
 * next gathers, so a lone message is committed at once and a thousand at a time cost one flush of
 * the disk. On the reference machine one row per commit costs the database 0.07 to 0.09 CPU seconds
 * per 1,000 rows and 1,000 rows per commit 0.004.
 *
 * <p>It owns one connection, outside the pool: the writer never waits for a connection that a slow
 * request holds, and talks to the driver without wrappers. A lost connection is replaced before the
 * next batch; when nothing had been sent to be committed, the batch is written again on the new
 * one.
 *
 * <p>A batch that the database refuses is halved until the entry that cannot be written stands
 * alone; its neighbours are written. Streams that another transaction holds for longer than {@value
 * #LOCK_WAIT_MS} ms are left out and their senders asked to come back, so one stuck transaction
 * cannot stop all conversations.
 */
public final class GroupCommit implements Runnable {

  private static final int LOCK_WAIT_MS = 1_000;

  /**
   * Every statement of a batch looks rows up by their keys, some hundred at most, and runs hundreds
   * of times a second. Left alone, PostgreSQL plans most of them anew each time, which is a third
   * of what a small batch costs it; and a plan that it keeps, made while a table was empty, would
   * read all of the table from then on.
   */
  private static final String SETTINGS =
      "SET lock_timeout = "
          + LOCK_WAIT_MS
          + "; SET plan_cache_mode = force_generic_plan"
          + "; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int ATTEMPTS = 4;
  private static final long LOOK_AROUND_MS = 500;

  private final DataSource database;
  private final LogWriter writer;
  private final Consumer<EntriesAppended> news;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(Limits.WAITING_ENTRIES);
  private final AtomicLong waitingBytes = new AtomicLong();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean running;
  private volatile boolean stopping;
  private @Nullable Connection connection;
  private volatile boolean failing;

  /** A proposal and who waits for its outcome. */
  private record Waiting(Proposal proposal, CompletableFuture<Appended> answer) {

    int bytes() {
      return proposal.body().length;
    }
  }

  /** What a failure means for the batch. */
  private enum Failure {
    /** The database is not there. */
    UNREACHABLE,
    /** Another transaction was in the way. */
    CONTENTION,
    /** Something in the batch cannot be written. */
    POISON
  }

  /** A writer with nothing that follows from its entries. */
  public GroupCommit(
      DataSource database, Sealer sealer, Clock clock, Consumer<EntriesAppended> news) {
    this(database, sealer, clock, news, AppendFollower.NONE);
  }

  /**
   * A writer; {@link #run} is its thread.
   *
   * @param database gives connections of the writer's own, outside pools and transactions
   * @param news is told of each committed batch, after the senders are
   * @param follower writes what follows from the entries of a batch, before its commit
   */
  public GroupCommit(
      DataSource database,
      Sealer sealer,
      Clock clock,
      Consumer<EntriesAppended> news,
      AppendFollower follower) {
    this.database = database;
    this.writer = new LogWriter(new LogTables(sealer, clock), clock, follower);
    this.news = news;
  }

  /** Queues an entry; see {@link chat.parley.journal.boundary.Appender#append}. */
  public CompletionStage<Appended> append(NewEntry entry, AppendGuard guard) {
    Waiting waiting = new Waiting(new Proposal(entry, guard), new CompletableFuture<>());
    if (stopping) {
      return CompletableFuture.failedStage(leaving());
    }
    if (waitingBytes.addAndGet(waiting.bytes()) > Limits.WAITING_BYTES || !queue.offer(waiting)) {
      waitingBytes.addAndGet(-waiting.bytes());
      return CompletableFuture.failedStage(
          new Unavailable("Too many messages at once.", Limits.COME_BACK_AFTER));
    }
    if (stopping && ended.getCount() == 0 && queue.remove(waiting)) {
      waiting.answer().completeExceptionally(leaving());
    }
    return waiting.answer();
  }

  /** Writes until {@link #stop}, then what still waits. */
  @Override
  public void run() {
    running = true;
    try {
      while (!stopping || !queue.isEmpty()) {
        Waiting first = next();
        if (first != null) {
          writeOrRefuse(gather(first));
        } else if (failing) {
          tryToWriteAgain();
        }
      }
    } finally {
      stopping = true;
      discardConnection();
      ended.countDown();
      JournalLog.LOG.stopped(refuseTheRest());
    }
  }

  /**
   * True while entries are taken and the last batch did not fail for want of the database. What
   * fails is tried again while nobody sends, since nobody sends to an instance that is not ready.
   */
  public boolean isWriting() {
    return running && !stopping && !failing;
  }

  /**
   * Takes no more entries and waits until those that were taken are written.
   *
   * @return false when they were not within this time
   */
  public boolean stop(Duration within) throws InterruptedException {
    stopping = true;
    return ended.await(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  private @Nullable Waiting next() {
    try {
      return queue.poll(LOOK_AROUND_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // The container wants its thread back: write what waits and go.
      stopping = true;
      return queue.poll();
    }
  }

  private List<Waiting> gather(Waiting first) {
    List<Waiting> batch = new ArrayList<>();
    long bytes = 0;
    Waiting next = first;
    while (next != null) {
      batch.add(next);
      bytes += next.bytes();
      next =
          batch.size() < Limits.COMMIT_ENTRIES && bytes < Limits.COMMIT_BYTES ? queue.poll() : null;
    }
    waitingBytes.addAndGet(-bytes);
    return batch;
  }

  /** Whatever happens, every sender gets an answer and the next batch its turn. */
  private void writeOrRefuse(List<Waiting> batch) {
    try {
      write(batch);
    } catch (Error e) {
      discardConnection();
      refuse(batch, e);
    }
  }

  private void write(List<Waiting> batch) {
    List<Proposal> proposals = batch.stream().map(Waiting::proposal).toList();
    boolean leaveBusy = false;
    for (int attempt = 1; ; attempt++) {
      boolean reused = connection != null;
      boolean committing = false;
      try {
        Connection current = connect();
        Written written = writer.write(current, proposals, leaveBusy);
        committing = true;
        current.commit();
        succeeded(batch, written);
        return;
      } catch (SQLException | RuntimeException e) {
        Failure failure = failureOf(e);
        recover(failure, committing);
        if (committing) {
          // Perhaps it was committed, perhaps not: the same key will tell.
          refuse(batch, e);
          return;
        }
        switch (failure) {
          case UNREACHABLE -> {
            if (!reused) {
              refuse(batch, e);
              return;
            }
          }
          case CONTENTION -> {
            leaveBusy = leaveBusy || isHeldByAnother(e);
            if (attempt == ATTEMPTS) {
              refuse(batch, e);
              return;
            }
          }
          case POISON -> {
            isolate(batch, e);
            return;
          }
        }
      }
    }
  }

  private void tryToWriteAgain() {
    try {
      Connection current = connect();
      writer.requireWritable(current);
      current.commit();
      writesAgain();
    } catch (SQLException | RuntimeException e) {
      discardConnection();
    }
  }

  private void writesAgain() {
    if (failing) {
      failing = false;
      JournalLog.LOG.writesAgain();
    }
  }

  private void succeeded(List<Waiting> batch, Written written) {
    writesAgain();
    Afterwards.following(() -> tell(batch, written));
  }

  private void tell(List<Waiting> batch, Written written) {
    for (int i = 0; i < batch.size(); i++) {
      CompletableFuture<Appended> answer = batch.get(i).answer();
      Written.Outcome outcome = written.outcomes().get(i);
      if (outcome.appended() != null) {
        answer.complete(outcome.appended());
      } else {
        answer.completeExceptionally(Objects.requireNonNull(outcome.refusal()));
      }
    }
    if (!written.entries().isEmpty()) {
      try {
        news.accept(new EntriesAppended(written.entries()));
      } catch (RuntimeException e) {
        JournalLog.LOG.followerFailed(e);
      }
    }
  }

  private void isolate(List<Waiting> batch, Exception cause) {
    if (batch.size() == 1) {
      Waiting poisoned = batch.get(0);
      NewEntry entry = poisoned.proposal().entry();
      JournalLog.LOG.poisoned(entry.kind(), entry.stream(), cause);
      poisoned.answer().completeExceptionally(cause);
    } else {
      int half = batch.size() / 2;
      write(batch.subList(0, half));
      write(batch.subList(half, batch.size()));
    }
  }

  private void refuse(List<Waiting> batch, Throwable cause) {
    if (!failing) {
      failing = true;
      JournalLog.LOG.cannotWrite(String.valueOf(cause));
    }
    Unavailable unavailable = new Unavailable("Messages cannot be stored now.");
    unavailable.initCause(cause);
    for (Waiting waiting : batch) {
      waiting.answer().completeExceptionally(unavailable);
    }
  }

  private int refuseTheRest() {
    int refused = 0;
    for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
      waiting.answer().completeExceptionally(leaving());
      refused++;
    }
    return refused;
  }

  private static Unavailable leaving() {
    return new Unavailable("This instance is shutting down.");
  }

  private Connection connect() throws SQLException {
    Connection current = connection;
    if (current == null) {
      current = database.getConnection();
      connection = current;
      try (Statement statement = current.createStatement()) {
        statement.execute(SETTINGS);
      }
      current.setAutoCommit(false);
    }
    return current;
  }

  private void recover(Failure failure, boolean committing) {
    Connection current = connection;
    if (current == null) {
      return;
    }
    if (failure == Failure.UNREACHABLE || committing) {
      discardConnection();
      return;
    }
    try {
      current.rollback();
    } catch (SQLException e) {
      discardConnection();
    }
  }

  private void discardConnection() {
    Connection current = connection;
    connection = null;
    if (current != null) {
      try {
        current.close();
      } catch (SQLException e) {
        // It is given up because it is broken: that it cannot be closed is no news.
      }
    }
  }

  private static boolean isHeldByAnother(Exception e) {
    return e instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
  }

  private static Failure failureOf(Exception e) {
    if (e instanceof Unavailable) {
      return Failure.UNREACHABLE;
    }
    String state = e instanceof SQLException sql ? sql.getSQLState() : null;
    if (state == null) {
      return e instanceof SQLException ? Failure.UNREACHABLE : Failure.POISON;
    }
    return switch (state) {
      // Deadlock, serialization, lock not available, and a key that another node uses right now.
      case "40P01", "40001", LOCK_NOT_AVAILABLE, "23505" -> Failure.CONTENTION;
      default ->
          switch (state.substring(0, 2)) {
            // Connection, resources (disk full, too many connections), operator (shutdown), I/O.
            case "08", "53", "57", "58", "28", "25" -> Failure.UNREACHABLE;
            default -> Failure.POISON;
          };
    };
  }
}
