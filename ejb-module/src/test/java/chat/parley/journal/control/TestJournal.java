package chat.parley.journal.control;

import chat.parley.journal.AppendGuard;
import chat.parley.journal.Appended;
import chat.parley.journal.EntriesAppended;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.TestDatabase;
import chat.parley.sealing.control.TestSealers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A log on a database of its own, with as many writers as a test asks for. */
public final class TestJournal {

  private final DataSource database;
  private final Log log;
  private final List<GroupCommit> nodes = new ArrayList<>();

  /** A log on a fresh database. */
  public TestJournal() {
    this(TestDatabase.fresh());
  }

  /** A log on this database. */
  public TestJournal(DataSource database) {
    this.database = database;
    this.log = new Log(database, TestSealers.over(database), Clock.systemUTC());
  }

  public DataSource database() {
    return database;
  }

  public Log log() {
    return log;
  }

  /** A writer that runs, like that of one more instance. */
  public GroupCommit node() {
    return node(database, news -> {});
  }

  /** A writer that runs, and what it tells. */
  public GroupCommit node(DataSource source, Consumer<EntriesAppended> news) {
    GroupCommit node = idle(source, news);
    start(node);
    return node;
  }

  /** A writer that does not run yet. */
  GroupCommit idle(DataSource source, Consumer<EntriesAppended> news) {
    return new GroupCommit(source, TestSealers.over(source), Clock.systemUTC(), news);
  }

  void start(GroupCommit node) {
    nodes.add(node);
    new Thread(node, "group-commit-" + nodes.size()).start();
  }

  /** A new conversation's stream. */
  public StreamId conversation(boolean sealed) {
    StreamId stream = StreamId.conversation(Ids.next());
    log.open(stream, sealed);
    return stream;
  }

  /** A message of a new device. */
  static NewEntry message(StreamId stream, String body) {
    return message(stream, DeviceId.next(), Ids.next(), body);
  }

  static NewEntry message(StreamId stream, DeviceId device, UUID cid, String body) {
    return new NewEntry(stream, "message", AccountId.next(), device, cid, body);
  }

  /** Appends and waits for the answer; a refusal is thrown as it is. */
  public static Appended append(GroupCommit node, NewEntry entry) {
    return append(node, entry, AppendGuard.NONE);
  }

  static Appended append(GroupCommit node, NewEntry entry, AppendGuard guard) {
    try {
      return node.append(entry, guard).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw e;
    }
  }

  /** The whole stream; fails when its sequence has a gap or its chain a broken link. */
  public List<Entry> verified(StreamId stream) {
    List<Entry> entries = new ArrayList<>();
    EntryHash previous = EntryHash.GENESIS;
    while (true) {
      List<Entry> page = log.after(stream, entries.size(), 1_000);
      for (Entry entry : page) {
        byte[] body = String.valueOf(entry.body()).getBytes(StandardCharsets.UTF_8);
        previous = previous.next(stream, entries.size() + 1, entry.kind(), body);
        if (entry.seq() != entries.size() + 1 || !entry.hash().equals(previous)) {
          throw new AssertionError(
              "entry " + (entries.size() + 1) + " of " + stream + ": " + entry);
        }
        entries.add(entry);
      }
      if (page.isEmpty()) {
        return entries;
      }
    }
  }

  /** A list to collect news in. */
  static List<EntriesAppended> newsList() {
    return new CopyOnWriteArrayList<>();
  }

  /** Stops all writers and waits for them. */
  public void close() throws InterruptedException {
    for (GroupCommit node : nodes) {
      if (!node.stop(Duration.ofSeconds(30))) {
        throw new AssertionError("a writer did not stop");
      }
    }
  }
}
