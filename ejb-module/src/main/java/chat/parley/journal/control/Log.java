package chat.parley.journal.control;

import chat.parley.journal.AppendFollower;
import chat.parley.journal.AppendGuard;
import chat.parley.journal.Authorship;
import chat.parley.journal.Entry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.control.Written.Outcome;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Limits;
import chat.parley.platform.ParleyException;
import chat.parley.platform.Unavailable;
import chat.parley.sealing.Sealer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads of the log, and writes that belong to the caller's transaction. */
public final class Log {

  private final DataSource database;
  private final Clock clock;
  private final LogTables tables;
  private final LogWriter writer;

  /** The log, with nothing that follows from its entries. */
  public Log(DataSource database, Sealer sealer, Clock clock) {
    this(database, sealer, clock, AppendFollower.NONE);
  }

  /**
   * The log.
   *
   * @param database gives connections that take part in the caller's transaction, if there is one
   * @param follower writes what follows from new entries
   */
  public Log(DataSource database, Sealer sealer, Clock clock, AppendFollower follower) {
    this.database = database;
    this.clock = clock;
    this.tables = new LogTables(sealer, clock);
    this.writer = new LogWriter(tables, clock, follower);
  }

  /** What to do with a connection. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** See {@link chat.parley.journal.boundary.Journal#open}. */
  public void open(StreamId stream, boolean sealed) {
    run(
        connection -> {
          tables.ensure(connection, List.of(stream), sealed);
          return stream;
        });
  }

  /** See {@link chat.parley.journal.boundary.Journal#hold}. */
  public Map<StreamId, Long> hold(Collection<StreamId> streams) {
    return run(connection -> writer.hold(connection, streams));
  }

  /** What {@link #append} did: the entries in the order given, and those of them that are new. */
  public record Batch(List<Entry> entries, List<Entry> fresh) {}

  /** See {@link chat.parley.journal.boundary.Journal#appendInTransaction}. */
  public Batch append(List<NewEntry> entries) {
    List<Proposal> proposals =
        entries.stream().map(entry -> new Proposal(entry, AppendGuard.NONE)).toList();
    Written written = run(connection -> writer.write(connection, proposals, false));
    List<Entry> appended = new ArrayList<>();
    for (Outcome outcome : written.outcomes()) {
      if (outcome.appended() == null) {
        throw outcome.refusal() == null
            ? new IllegalStateException("neither written nor refused")
            : outcome.refusal();
      }
      appended.add(outcome.appended().entry());
    }
    return new Batch(appended, written.entries());
  }

  /**
   * What {@link #attempt} did.
   *
   * @param fresh the entry, when it is new
   * @param refusal why it was not written, otherwise
   */
  public record Attempt(List<Entry> fresh, @Nullable ParleyException refusal) {}

  /** See {@link chat.parley.journal.boundary.Journal#tryInTransaction}. */
  public Attempt attempt(NewEntry entry, AppendGuard guard) {
    List<Proposal> proposals = List.of(new Proposal(entry, guard));
    Written written = run(connection -> writer.write(connection, proposals, false));
    return new Attempt(written.entries(), written.outcomes().get(0).refusal());
  }

  /** See {@link chat.parley.journal.boundary.Journal#isUsed}. */
  public boolean isUsed(DeviceId device, UUID cid) {
    return run(
        connection ->
            !tables.duplicates(connection, List.of(new LogTables.SendKey(device, cid))).isEmpty());
  }

  /** See {@link chat.parley.journal.boundary.Journal#readAfter}. */
  public List<Entry> after(StreamId stream, long after, int limit) {
    checkLimit(limit);
    return run(connection -> tables.after(connection, stream, after, limit));
  }

  /** See {@link chat.parley.journal.boundary.Journal#readBefore}. */
  public List<Entry> before(StreamId stream, long before, int limit) {
    checkLimit(limit);
    List<Entry> entries = run(connection -> tables.before(connection, stream, before, limit));
    Collections.reverse(entries);
    return entries;
  }

  /** See {@link chat.parley.journal.boundary.Journal#heads}. */
  public Map<StreamId, Long> heads(Collection<StreamId> streams) {
    Map<StreamId, Long> heads = new LinkedHashMap<>();
    streams.forEach(stream -> heads.put(stream, 0L));
    if (!heads.isEmpty()) {
      heads.putAll(run(connection -> tables.heads(connection, heads.keySet())));
    }
    return heads;
  }

  /** See {@link chat.parley.journal.boundary.Journal#generation}. */
  public UUID generation() {
    return run(tables::generation);
  }

  /** See {@link chat.parley.journal.boundary.Journal#authors}. */
  public Map<Long, Authorship> authors(StreamId stream, Collection<Long> seqs) {
    return run(connection -> tables.authors(connection, stream, seqs));
  }

  /** See {@link chat.parley.journal.boundary.Journal#eraseBodies}. */
  public int eraseBodies(StreamId stream, int limit) {
    return run(connection -> tables.eraseBodies(connection, stream, limit));
  }

  /** See {@link chat.parley.journal.boundary.Journal#readBy}. */
  public List<Entry> by(AccountId author, StreamId stream, long after, int limit) {
    checkLimit(limit);
    return run(connection -> tables.by(connection, author, stream, after, limit));
  }

  /** See {@link chat.parley.journal.boundary.Journal#eraseExpired}. */
  public int eraseExpired(int limit) {
    return run(connection -> tables.eraseExpired(connection, clock.instant(), limit));
  }

  private static void checkLimit(int limit) {
    if (limit < 1 || limit > Limits.LOG_READ_ENTRIES) {
      throw new IllegalArgumentException("limit: " + limit);
    }
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("The log does not answer now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }
}
