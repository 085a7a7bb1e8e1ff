package chat.parley.torture.checker;

import chat.parley.torture.history.Event;
import chat.parley.torture.history.History;
import chat.parley.torture.history.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Compares what every client saw with what the log says afterwards, and with what it saw itself.
 * Reads each history twice: first who was promised what and when, then everything else, so that a
 * long run needs no more memory than its messages.
 *
 * <p>Whoever got no answer to a message was promised nothing: whether it was stored is counted and
 * both are right, as long as it was stored once.
 */
public final class Checker {

  private final FinalLog log;
  private final Findings findings = new Findings();

  /** What was tried and promised for one message. */
  private static final class Message {
    final String stream;
    final long firstTried;
    int tries;
    @Nullable Long seq;
    boolean refused;

    Message(String stream, long firstTried) {
      this.stream = stream;
      this.firstTried = firstTried;
    }
  }

  /** One promise: at this moment a client knew that this place was taken. */
  private record Promise(long at, long seq, String cid, long firstTried) {}

  /** What was promised of a stream: by moment, the highest place that was promised up to then. */
  private record Promises(NavigableMap<Long, Long> top) {
    static final Promises NONE = new Promises(new TreeMap<>());

    /** The highest place that was promised before this moment; 0 when none was. */
    long before(long moment) {
      Map.Entry<Long, Long> last = top.lowerEntry(moment);
      return last == null ? 0 : last.getValue();
    }
  }

  private final Map<String, Message> messages = new HashMap<>();
  private final Map<String, List<Promise>> promised = new TreeMap<>();
  private final Map<String, Promises> promises = new HashMap<>();
  private final Map<String, Map<Long, Long>> erased = new HashMap<>();
  private final Map<String, Long> placeOf = new HashMap<>();

  private Checker(FinalLog log) {
    this.log = log;
  }

  /** Judges. The log must have been read after all clients had become quiet. */
  public static Findings check(FinalLog log, List<? extends History> histories) {
    Checker checker = new Checker(log);
    histories.forEach(history -> history.forEach(event -> checker.promised(history, event)));
    checker.judgeLog();
    checker.judgePromises();
    histories.forEach(checker::judge);
    return checker.findings;
  }

  // --- Who was promised what

  private void promised(History history, Event event) {
    if (event instanceof Event.Sending sending) {
      messages.computeIfAbsent(sending.cid(), cid -> new Message(sending.stream(), sending.at()))
          .tries++;
      findings.note("sends");
    } else if (event instanceof Event.Stored stored) {
      stored(history, stored);
    } else if (event instanceof Event.Refused refused) {
      findings.note("messages refused");
      Message message = messages.get(refused.cid());
      if (message != null) {
        message.refused = true;
      }
    } else if (event instanceof Event.Erased gone) {
      for (long seq : gone.seqs()) {
        erased
            .computeIfAbsent(gone.stream(), stream -> new HashMap<>())
            .merge(seq, gone.at(), Math::min);
        findings.note("bodies erased");
      }
    }
  }

  private void stored(History history, Event.Stored stored) {
    Message message = messages.get(stored.cid());
    if (message == null) {
      findings.add(
          Verdict.PHANTOM,
          "%s was promised %s and never sent it".formatted(history.client(), stored));
      return;
    }
    if (stored.dup()) {
      findings.note("messages answered again");
    }
    Long before = message.seq;
    if (before != null && before != stored.seq()) {
      findings.add(
          Verdict.DUPLICATED,
          "%s was promised %s, and %d before".formatted(history.client(), stored, before));
      return;
    }
    if (before == null) {
      message.seq = stored.seq();
      findings.note("messages acknowledged");
      promised
          .computeIfAbsent(stored.stream(), stream -> new ArrayList<>())
          .add(new Promise(stored.at(), stored.seq(), stored.cid(), message.firstTried));
    }
  }

  // --- The log by itself

  private void judgeLog() {
    log.reused().forEach(what -> findings.add(Verdict.SEQ_REUSE, what));
    for (String stream : log.streams()) {
      long expected = 1;
      for (LoggedEntry entry : log.entries(stream).values()) {
        findings.note("entries in the log");
        if (entry.seq() != expected) {
          findings.add(
              Verdict.GAP,
              "%s:%d is followed by %d in the log".formatted(stream, expected - 1, entry.seq()));
        }
        expected = entry.seq() + 1;
        if (!entry.chained()) {
          findings.add(
              Verdict.BROKEN_CHAIN, "%s:%d does not continue".formatted(stream, entry.seq()));
        }
        judgeSender(stream, entry);
      }
    }
  }

  private void judgeSender(String stream, LoggedEntry entry) {
    String cid = entry.cid();
    if (cid == null) {
      return;
    }
    Message message = messages.get(cid);
    if (message == null || !message.stream.equals(stream)) {
      findings.add(
          Verdict.PHANTOM, "%s:%d was sent by nobody: %s".formatted(stream, entry.seq(), entry));
      return;
    }
    Long other = placeOf.putIfAbsent(cid, entry.seq());
    if (other != null) {
      findings.add(
          Verdict.DUPLICATED,
          "message %s is %s:%d and %d in the log".formatted(cid, stream, other, entry.seq()));
    }
    if (message.refused && message.tries == 1) {
      findings.add(
          Verdict.PHANTOM,
          "%s:%d had been refused for ever: %s".formatted(stream, entry.seq(), entry));
    }
    if (message.seq == null && !message.refused) {
      findings.note("messages without an answer, stored");
    }
  }

  // --- What was promised

  private void judgePromises() {
    promised.forEach(
        (stream, list) -> {
          list.forEach(promise -> judge(stream, promise));
          judgeOrder(stream, list);
          promises.put(stream, inTime(list));
        });
    messages.forEach(
        (cid, message) -> {
          if (message.seq == null && !message.refused) {
            findings.add(
                Verdict.PENDING,
                "message %s to %s was never answered".formatted(cid, message.stream));
          }
        });
  }

  private void judge(String stream, Promise promise) {
    LoggedEntry entry = log.entry(stream, promise.seq());
    if (entry != null && promise.cid().equals(entry.cid())) {
      return;
    }
    Long place = placeOf.get(promise.cid());
    if (place == null) {
      findings.add(
          Verdict.LOST, "%s:%d is not in the log: %s".formatted(stream, promise.seq(), promise));
    }
    if (entry != null) {
      findings.add(
          Verdict.SEQ_REUSE,
          "%s:%d was promised to %s, and the log has %s"
              .formatted(stream, promise.seq(), promise, entry));
    } else if (place != null) {
      findings.add(
          Verdict.SEQ_REUSE,
          "%s:%d was promised to %s, which is at %d"
              .formatted(stream, promise.seq(), promise, place));
    }
  }

  /** What was promised before another was sent stands before it. */
  private void judgeOrder(String stream, List<Promise> list) {
    List<Promise> fromTheEnd =
        list.stream().sorted(Comparator.comparingLong(Promise::seq).reversed()).toList();
    long seq = Long.MAX_VALUE;
    Promise earliest = null;
    Promise earliestBehind = null;
    for (Promise promise : fromTheEnd) {
      if (promise.seq() < seq) {
        earliestBehind = earliest;
        seq = promise.seq();
      }
      if (earliestBehind != null && earliestBehind.at() < promise.firstTried()) {
        findings.add(
            Verdict.REORDERED,
            "in %s %s was sent after %s had been promised"
                .formatted(stream, promise, earliestBehind));
      }
      if (earliest == null || promise.at() < earliest.at()) {
        earliest = promise;
      }
    }
  }

  private static Promises inTime(List<Promise> list) {
    List<Promise> sorted = list.stream().sorted(Comparator.comparingLong(Promise::at)).toList();
    NavigableMap<Long, Long> top = new TreeMap<>();
    long highest = 0;
    for (Promise promise : sorted) {
      highest = Math.max(highest, promise.seq());
      top.put(promise.at(), highest);
    }
    return new Promises(top);
  }

  private long promisedBefore(String stream, long moment) {
    return promises.getOrDefault(stream, Promises.NONE).before(moment);
  }

  // --- What a client saw

  private void judge(History history) {
    Screen screen = new Screen(history);
    history.forEach(screen::see);
    screen.end();
  }

  /** One client, event by event. */
  private final class Screen {
    private final String client;
    private final String account;
    private final Map<String, Long> cursors = new HashMap<>();
    private final Map<String, Set<String>> messagesShown = new HashMap<>();
    private final Map<String, Long> wire = new HashMap<>();
    private int connection;
    private long helloAt;

    Screen(History history) {
      this.client = history.client();
      this.account = history.account();
    }

    void see(Event event) {
      if (event instanceof Event.Hello hello) {
        findings.note("connections");
        connection = hello.connection();
        helloAt = hello.at();
        wire.clear();
        wire.putAll(hello.cursors());
      } else if (event instanceof Event.Welcome welcome) {
        judgeHeads(welcome);
      } else if (event instanceof Event.Received received) {
        judge(received);
      } else if (event instanceof Event.Hole hole) {
        judge(hole);
      } else if (event instanceof Event.Fetched fetched) {
        judge(fetched);
      } else if (event instanceof Event.Forgot) {
        cursors.clear();
        messagesShown.clear();
      }
    }

    private void judgeHeads(Event.Welcome welcome) {
      welcome
          .heads()
          .forEach(
              (stream, head) -> {
                long promisedBefore = visible(stream, promisedBefore(stream, helloAt));
                if (head < promisedBefore) {
                  findings.add(
                      Verdict.STALE_READ,
                      "%s was welcomed with %s at %d, and %d had been promised"
                          .formatted(client, stream, head, promisedBefore));
                }
                if (log.stays(account, stream).isEmpty()) {
                  findings.add(
                      Verdict.LEAK, "%s was told of %s in its welcome".formatted(client, stream));
                }
              });
    }

    private void judge(Event.Received received) {
      Seen entry = received.entry();
      if (received.connection() != connection) {
        // The last frames of a connection that was given up: they are dropped.
        return;
      }
      findings.note("entries received");
      judge(entry, helloAt, "was sent");
      long last = wire.getOrDefault(entry.stream(), 0L);
      if (entry.seq() > last + 1) {
        findings.add(
            Verdict.GAP,
            "%s was sent %s:%d after %d, without a gap"
                .formatted(client, entry.stream(), entry.seq(), last));
      } else if (entry.seq() <= last) {
        findings.note("entries received again");
      }
      wire.merge(entry.stream(), entry.seq(), Math::max);
      if (received.shown()) {
        show(entry);
      }
    }

    private void show(Seen entry) {
      long cursor = cursors.getOrDefault(entry.stream(), 0L);
      if (entry.seq() == cursor) {
        findings.add(
            Verdict.DUPLICATED, "%s showed %s:%d twice".formatted(client, entry.stream(), cursor));
      } else if (entry.seq() < cursor) {
        findings.add(
            Verdict.REORDERED,
            "%s showed %s:%d after %d".formatted(client, entry.stream(), entry.seq(), cursor));
      } else if (entry.seq() > cursor + 1) {
        findings.add(
            Verdict.GAP,
            "%s showed %s:%d after %d".formatted(client, entry.stream(), entry.seq(), cursor));
      }
      cursors.merge(entry.stream(), entry.seq(), Math::max);
      String message = entry.message();
      if (message != null
          && !messagesShown
              .computeIfAbsent(entry.stream(), stream -> new HashSet<>())
              .add(message)) {
        findings.add(
            Verdict.DUPLICATED,
            "%s showed message %s twice, the second time as %s:%d"
                .formatted(client, message, entry.stream(), entry.seq()));
      }
    }

    private void judge(Event.Hole hole) {
      if (hole.connection() != connection) {
        return;
      }
      findings.note("honest gaps");
      long last = wire.getOrDefault(hole.stream(), 0L);
      long from = Math.max(hole.from(), cursors.getOrDefault(hole.stream(), 0L) + 1);
      // A new stay begins behind a gap, whatever of an earlier one was not read yet.
      boolean beforeStay =
          log.stays(account, hole.stream()).stream().anyMatch(stay -> stay.from() == hole.to() + 1);
      for (Long seq : log.entries(hole.stream()).subMap(from, true, hole.to(), true).keySet()) {
        if (!beforeStay && log.mayRead(account, hole.stream(), seq)) {
          findings.add(
              Verdict.GAP,
              "%s was told that %s has nothing at %d: %s"
                  .formatted(client, hole.stream(), seq, hole));
          break;
        }
      }
      wire.put(hole.stream(), Math.max(last, hole.to()));
      cursors.merge(hole.stream(), hole.to(), Math::max);
    }

    private void judge(Event.Fetched fetched) {
      findings.note("pages of history");
      String stream = fetched.stream();
      List<Seen> entries = fetched.entries();
      entries.forEach(entry -> judge(entry, fetched.began(), "read"));
      for (int i = 1; i < entries.size(); i++) {
        if (entries.get(i).seq() != entries.get(i - 1).seq() + 1) {
          findings.add(
              Verdict.GAP,
              "%s read %s:%d after %d on one page"
                  .formatted(client, stream, entries.get(i).seq(), entries.get(i - 1).seq()));
        }
      }
      long promised = promisedBefore(stream, fetched.began());
      Long after = fetched.after();
      Long before = fetched.before();
      long has = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
      long wanted;
      if (after == null) {
        wanted = visible(stream, before == null ? promised : Math.min(promised, before - 1));
      } else {
        long visible = visible(stream, promised);
        wanted = fetched.more() || visible <= after ? 0 : visible;
      }
      if (has < wanted) {
        findings.add(
            Verdict.STALE_READ,
            "%s read %s up to %d, and %d had been promised before it asked: after %s, before %s"
                .formatted(client, stream, has, wanted, after, before));
      }
    }

    /**
     * Of what was promised, the newest place that this account may read. Only the last stay counts:
     * when it begins the server forgets the earlier ones, and no history tells when that was.
     */
    private long visible(String stream, long promised) {
      List<FinalLog.Stay> stays = log.stays(account, stream);
      if (stays.isEmpty()) {
        return 0;
      }
      FinalLog.Stay last = stays.get(stays.size() - 1);
      return promised < last.from() ? 0 : Math.min(promised, last.to());
    }

    /** What holds for every entry, however it came. */
    private void judge(Seen entry, long asked, String how) {
      String what = "%s %s %s:%d".formatted(client, how, entry.stream(), entry.seq());
      if (!log.mayRead(account, entry.stream(), entry.seq())) {
        findings.add(Verdict.LEAK, what + ", and was no member then");
      }
      LoggedEntry logged = log.entry(entry.stream(), entry.seq());
      String message = entry.message();
      if (message != null && !messages.containsKey(message)) {
        findings.add(Verdict.PHANTOM, what + ", which nobody sent: " + entry);
      }
      if (logged == null) {
        findings.add(Verdict.PHANTOM, what + ", which the log does not have: " + entry);
        return;
      }
      boolean sameContent =
          entry.content() == null
              || logged.content() == null
              || entry.content().equals(logged.content());
      if (!logged.hash().equals(entry.hash())
          || !logged.kind().equals(entry.kind())
          || !sameContent) {
        findings.add(Verdict.SPLIT_ORDER, what + " as " + entry + ", and the log has " + logged);
      }
      if (entry.content() != null) {
        Long gone = erased.getOrDefault(entry.stream(), Map.of()).get(entry.seq());
        if (gone != null && gone < asked) {
          findings.add(
              Verdict.RESURRECTED,
              "%s, erased %d ms before it asked"
                  .formatted(what, TimeUnit.NANOSECONDS.toMillis(asked - gone)));
        }
      }
    }

    void end() {
      for (String stream : log.streamsOf(account)) {
        long cursor = cursors.getOrDefault(stream, 0L);
        long head = log.headFor(account, stream);
        if (cursor < head) {
          findings.add(
              Verdict.PENDING, "%s has %s up to %d of %d".formatted(client, stream, cursor, head));
        }
      }
    }
  }
}
