package chat.parley.journal.control;

import chat.parley.journal.AppendFollower;
import chat.parley.journal.AppendGuard;
import chat.parley.journal.Appended;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.FreshEntry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.control.LogTables.Counter;
import chat.parley.journal.control.LogTables.Locked;
import chat.parley.journal.control.LogTables.SendKey;
import chat.parley.journal.control.Written.Outcome;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.ParleyException;
import chat.parley.platform.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch of proposals inside an open transaction: locks the counters of their streams in
 * stream order, answers repeated keys with the entry they made first, asks the guards, gives the
 * rest their places, links their hashes, seals what is to be sealed, inserts, and erases the bodies
 * that an entry says it erases. Whoever calls commits.
 *
 * <p>Nothing is numbered before it is certain to be inserted, so a refused or repeated proposal
 * never burns a seq. Because the counters are locked before keys and conditions are looked up, and
 * each statement sees what was committed before it began, no other instance can slip in between.
 */
final class LogWriter {

  private final LogTables tables;
  private final Clock clock;
  private final AppendFollower follower;

  LogWriter(LogTables tables, Clock clock, AppendFollower follower) {
    this.tables = tables;
    this.clock = clock;
    this.follower = follower;
  }

  /**
   * Writes.
   *
   * @param leaveBusy refuses the entries of streams that another transaction holds, instead of
   *     waiting
   */
  Written write(Connection connection, List<Proposal> proposals, boolean leaveBusy)
      throws SQLException {
    Locked locked = lock(connection, proposals, leaveBusy);
    Map<StreamId, Counter> counters = locked.counters();
    Map<SendKey, Entry> before = locked.duplicates();
    IdentityHashMap<AppendGuard, Map<NewEntry, ParleyException>> refusals =
        askGuards(connection, proposals, counters, before);

    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    @Nullable Outcome[] outcomes = new Outcome[proposals.size()];
    List<Entry> entries = new ArrayList<>();
    List<FreshEntry> fresh = new ArrayList<>();
    List<byte[]> bodies = new ArrayList<>();
    Map<StreamId, Entry> heads = new TreeMap<>();
    Map<SendKey, Entry> now = new HashMap<>();
    Map<StreamId, Set<Long>> erased = new HashMap<>();
    for (int i = 0; i < outcomes.length; i++) {
      Proposal proposal = proposals.get(i);
      SendKey key = key(proposal.entry());
      Entry first = key == null ? null : before.getOrDefault(key, now.get(key));
      Counter counter = counters.get(proposal.entry().stream());
      ParleyException refusal =
          refusals.getOrDefault(proposal.guard(), Map.of()).get(proposal.entry());
      if (first != null) {
        outcomes[i] = Outcome.of(new Appended(first, true));
      } else if (counter == null) {
        outcomes[i] = Outcome.of(leaveBusy ? busy() : new NotFound());
      } else if (refusal != null) {
        outcomes[i] = Outcome.of(refusal);
      } else {
        Entry entry = next(proposal, counter, heads.get(proposal.entry().stream()), at);
        heads.put(entry.stream(), entry);
        entries.add(entry);
        fresh.add(new FreshEntry(proposal.entry(), entry));
        bodies.add(proposal.body());
        if (!proposal.entry().erases().isEmpty()) {
          erased
              .computeIfAbsent(entry.stream(), stream -> new HashSet<>())
              .addAll(proposal.entry().erases());
        }
        if (key != null) {
          now.put(key, entry);
        }
        outcomes[i] = Outcome.of(new Appended(entry, false));
      }
    }
    if (!entries.isEmpty()) {
      tables.append(connection, at, entries, bodies, heads, sealed(counters));
      follower.follow(connection, fresh);
    }
    if (!erased.isEmpty()) {
      tables.erase(connection, erased);
    }
    return new Written(Arrays.asList(outcomes), entries);
  }

  /** Does what only a log that can be written lets one do, and writes nothing. */
  void requireWritable(Connection connection) throws SQLException {
    tables.lockGeneration(connection);
  }

  /** Locks the counters of streams, as {@link #write} does; gives their heads. */
  Map<StreamId, Long> hold(Connection connection, Collection<StreamId> streams)
      throws SQLException {
    Map<StreamId, Long> heads = new HashMap<>();
    lockStreams(connection, streams, Set.of(), false)
        .counters()
        .forEach((stream, counter) -> heads.put(stream, counter.head()));
    return heads;
  }

  private Locked lock(Connection connection, List<Proposal> proposals, boolean leaveBusy)
      throws SQLException {
    Set<StreamId> streams = new TreeSet<>();
    Set<SendKey> keys = new HashSet<>();
    for (Proposal proposal : proposals) {
      streams.add(proposal.entry().stream());
      SendKey key = key(proposal.entry());
      if (key != null) {
        keys.add(key);
      }
    }
    return lockStreams(connection, streams, keys, leaveBusy);
  }

  private Locked lockStreams(
      Connection connection,
      Collection<StreamId> streams,
      Collection<SendKey> keys,
      boolean leaveBusy)
      throws SQLException {
    Set<StreamId> selfMade = new TreeSet<>();
    for (StreamId stream : streams) {
      if (stream.kind() != StreamId.Kind.CONVERSATION) {
        selfMade.add(stream);
      }
    }
    if (!selfMade.isEmpty()) {
      // Streams of users and devices begin with their first entry; conversations are opened.
      tables.ensure(connection, selfMade, false);
    }
    return tables.lock(connection, streams, keys, leaveBusy);
  }

  private static IdentityHashMap<AppendGuard, Map<NewEntry, ParleyException>> askGuards(
      Connection connection,
      List<Proposal> proposals,
      Map<StreamId, Counter> counters,
      Map<SendKey, Entry> before)
      throws SQLException {
    IdentityHashMap<AppendGuard, List<NewEntry>> questions = new IdentityHashMap<>();
    for (Proposal proposal : proposals) {
      SendKey key = key(proposal.entry());
      if (counters.containsKey(proposal.entry().stream())
          && (key == null || !before.containsKey(key))) {
        questions
            .computeIfAbsent(proposal.guard(), guard -> new ArrayList<>())
            .add(proposal.entry());
      }
    }
    IdentityHashMap<AppendGuard, Map<NewEntry, ParleyException>> refusals = new IdentityHashMap<>();
    for (Map.Entry<AppendGuard, List<NewEntry>> question : questions.entrySet()) {
      refusals.put(question.getKey(), question.getKey().refuse(connection, question.getValue()));
    }
    return refusals;
  }

  private static Entry next(Proposal proposal, Counter counter, @Nullable Entry last, Instant at) {
    NewEntry entry = proposal.entry();
    long seq = 1 + (last == null ? counter.head() : last.seq());
    EntryHash previous = last == null ? counter.hash() : last.hash();
    return new Entry(
        entry.stream(),
        seq,
        entry.kind(),
        at,
        entry.by(),
        entry.device(),
        entry.cid(),
        previous.next(entry.stream(), seq, entry.kind(), proposal.body()),
        entry.body(),
        entry.expiresIn() == null ? null : at.plus(entry.expiresIn()));
  }

  private static Set<StreamId> sealed(Map<StreamId, Counter> counters) {
    Set<StreamId> sealed = new HashSet<>();
    counters.forEach(
        (stream, counter) -> {
          if (counter.sealed()) {
            sealed.add(stream);
          }
        });
    return sealed;
  }

  private static @Nullable SendKey key(NewEntry entry) {
    return entry.device() == null || entry.cid() == null
        ? null
        : new SendKey(entry.device(), entry.cid());
  }

  private static Unavailable busy() {
    return new Unavailable("This conversation is busy.", Limits.COME_BACK_AFTER);
  }
}
