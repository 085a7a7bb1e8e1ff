package chat.parley.realtime.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Membership;
import chat.parley.identity.SessionId;
import chat.parley.identity.TicketHolder;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.StreamId;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.Limits;
import chat.parley.platform.Unavailable;
import chat.parley.realtime.RealtimeLog;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SharedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of resuming, against the real delivery of two instances over one log, with everything
 * going wrong that may: connections break, acknowledgements and news are lost, doubled and
 * reordered, clients move between instances, the log does not answer, bodies are erased and
 * conversations begin while somebody is away. Whatever the schedule, the device ends with the log.
 */
class ResumeProperties {

  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final Logger OPERATORS = Logger.getLogger(RealtimeLog.class.getPackageName());
  private static final int CALM_ROUNDS = 2_000;

  /** The log does not answer in many schedules: what operators would be told fills no report. */
  @BeforeContainer
  static void tellNoOperator() {
    OPERATORS.setLevel(Level.OFF);
  }

  @AfterContainer
  static void tellOperatorsAgain() {
    OPERATORS.setLevel(null);
  }

  @Property(tries = 4_000, shrinking = ShrinkingMode.BOUNDED)
  void theDeviceEndsWithTheLogWhateverHappens(
      @ForAll @Size(min = 20, max = 150) List<@IntRange(max = 999) Integer> schedule,
      @ForAll @IntRange(min = 1, max = 9) int window,
      @ForAll long seed) {
    World world = new World(window, new Random(seed));
    for (int what : schedule) {
      world.happen(what);
    }
    world.calmDown();
    world.requireTheLog();
  }

  /** Two instances, one log, one person with one device. */
  private static final class World {
    private final Random random;
    private final int window;
    private final AccountId me = AccountId.next();
    private final AccountId other = AccountId.next();
    private final DeviceId device = DeviceId.next();
    private final StreamId own = StreamId.user(me.value());
    private final Map<StreamId, List<Entry>> log = new TreeMap<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<Node> nodes = List.of(new Node(), new Node());
    private final Map<StreamId, Long> cursors = new HashMap<>();
    private final Map<StreamId, Map<Long, Entry>> stored = new HashMap<>();
    private @Nullable Line line;
    private boolean databaseDown;
    private boolean busy;

    World(int window, Random random) {
      this.window = window;
      this.random = random;
      log.put(own, new ArrayList<>());
      for (int i = 0; i < 2; i++) {
        begin(0);
      }
    }

    /** An instance: its connections, and the news that is on its way to it. */
    private final class Node implements CatchUp.Reads {
      final ConnectionRegistry registry = new ConnectionRegistry();
      final CatchUp catchUp = new CatchUp(this, registry);
      final List<Entry> news = new ArrayList<>();

      @Override
      public List<Entry> after(StreamId stream, long after, int limit) {
        meanwhile();
        List<Entry> page =
            log.getOrDefault(stream, List.of()).stream()
                .filter(entry -> entry.seq() > after)
                .limit(limit)
                .toList();
        meanwhile();
        return page;
      }

      @Override
      public Map<StreamId, Long> heads(Collection<StreamId> streams) {
        meanwhile();
        Map<StreamId, Long> heads = new HashMap<>();
        streams.forEach(
            stream -> heads.put(stream, (long) log.getOrDefault(stream, List.of()).size()));
        meanwhile();
        return heads;
      }

      @Override
      public List<Membership> memberships(AccountId account) {
        meanwhile();
        List<Membership> found = List.copyOf(memberships);
        meanwhile();
        return found;
      }

      @Override
      public List<Watermark> watermarks(ConversationId conversation, AccountId viewer) {
        return List.of();
      }

      /** Others do not wait while somebody reads. */
      private void meanwhile() {
        if (databaseDown) {
          throw new Unavailable("The log does not answer now.");
        }
        if (!busy) {
          busy = true;
          switch (random.nextInt(8)) {
            case 0 -> write();
            case 1 -> hear(random.nextInt(2));
            default -> {
              // Nothing happens.
            }
          }
          busy = false;
        }
      }
    }

    /** A connection, and how many of its frames the client has taken. */
    private static final class Line {
      final Node node;
      final Delivery delivery;
      final RecordingConnection connection;
      final Map<StreamId, Long> received;
      int taken;

      Line(
          Node node,
          Delivery delivery,
          RecordingConnection connection,
          Map<StreamId, Long> received) {
        this.node = node;
        this.delivery = delivery;
        this.connection = connection;
        this.received = received;
      }
    }

    void happen(int what) {
      switch (what % 20) {
        case 0, 1, 2, 3 -> write();
        case 4 -> begin(random.nextInt(4));
        case 5 -> erase();
        case 6, 7, 8 -> hear(what / 20 % 2);
        case 9 -> connect(nodes.get(what / 20 % 2));
        case 10 -> cut();
        case 11, 12, 13 -> nodes.get(what / 20 % 2).catchUp.serveNext();
        case 14, 15 -> take(1 + what / 20 % 6);
        case 16, 17 -> acknowledge(what / 20 % 4 == 0);
        case 18 -> sweep(nodes.get(what / 20 % 2));
        default -> databaseDown = what / 20 % 3 == 0;
      }
    }

    /** A commit. The instance that did it dies before it tells anybody, or tells. */
    private void append(StreamId stream, String kind, String body) {
      List<Entry> entries = log.computeIfAbsent(stream, key -> new ArrayList<>());
      Entry entry =
          new Entry(
              stream, entries.size() + 1L, kind, NOW, other, null, null, EntryHash.GENESIS, body);
      entries.add(entry);
      int writer = random.nextInt(2);
      if (random.nextInt(5) > 0) {
        nodes.get(writer).registry.deliver(List.of(entry));
        for (int copies = random.nextInt(3); copies > 0; copies--) {
          nodes.get(1 - writer).news.add(entry);
        }
      }
    }

    private void write() {
      Membership where = memberships.get(random.nextInt(memberships.size()));
      append(
          StreamId.conversation(where.conversation().value()), "message", "m" + random.nextInt());
    }

    /** A conversation begins for the person, with some history that is not for him. */
    private void begin(int history) {
      if (memberships.size() > 5) {
        return;
      }
      ConversationId conversation = ConversationId.next();
      StreamId stream = StreamId.conversation(conversation.value());
      for (int i = 0; i < history; i++) {
        append(stream, "message", "before");
      }
      memberships.add(Membership.of(conversation, me, history + 1L));
      append(stream, "member.joined", "{}");
      append(own, "conversation.opened", "{}");
    }

    /** A body is erased for ever; the entry stays, and another tells of it. */
    private void erase() {
      Membership where = memberships.get(random.nextInt(memberships.size()));
      StreamId stream = StreamId.conversation(where.conversation().value());
      List<Entry> entries = log.getOrDefault(stream, List.of());
      int at = random.nextInt(entries.size());
      Entry old = entries.get(at);
      if (!old.kind().equals("message")) {
        return;
      }
      entries.set(
          at,
          new Entry(
              stream, old.seq(), old.kind(), old.at(), old.by(), null, null, old.hash(), null));
      append(stream, "message.purged", "{\"seqs\":[" + old.seq() + "]}");
    }

    /** Some news arrives, in any order, and perhaps again later. */
    private void hear(int at) {
      Node node = nodes.get(at);
      if (!node.news.isEmpty()) {
        int which = random.nextInt(node.news.size());
        Entry entry = random.nextInt(4) == 0 ? node.news.get(which) : node.news.remove(which);
        if (random.nextInt(6) > 0) {
          node.registry.deliver(List.of(entry));
        }
      }
    }

    private void connect(Node node) {
      Line old = line;
      TicketHolder holder =
          new TicketHolder(me, SessionId.next(), device, NOW.plus(Duration.ofDays(1)));
      RecordingConnection connection = new RecordingConnection();
      Delivery delivery = new Delivery(connection, holder, window, node.catchUp::schedule);
      Line fresh = new Line(node, delivery, connection, new HashMap<>(cursors));
      node.registry.enter(delivery);
      nodes.stream()
          .filter(another -> another != node && random.nextBoolean())
          .forEach(another -> another.registry.taken(device, connection.id()));
      if (old != null && random.nextBoolean()) {
        old.node.registry.left(old.connection.id());
      }
      try {
        Map<StreamId, Long> heads = node.catchUp.follow(delivery, cursors);
        delivery.start(
            new ServerFrame.Welcome(
                "1",
                connection.id(),
                Ids.next(),
                NOW,
                heads,
                window,
                Limits.SOCKET_HEARTBEAT,
                NOW));
        line = fresh;
      } catch (Unavailable e) {
        node.registry.left(connection.id());
        line = null;
      }
    }

    /** What is on the line is lost; the instance notices now, later, or never. */
    private void cut() {
      Line old = line;
      line = null;
      if (old != null && random.nextInt(3) > 0) {
        old.node.registry.left(old.connection.id());
      }
    }

    /** The client applies some frames: entry and cursor together, and nothing twice. */
    private void take(int count) {
      Line from = line;
      if (from == null) {
        return;
      }
      for (int i = 0; i < count && from.taken < from.connection.frames.size(); i++) {
        ServerFrame frame = from.connection.frames.get(from.taken++);
        if (frame instanceof ServerFrame.Entries entries) {
          entries.entries().forEach(shared -> apply(from, shared));
        } else if (frame instanceof ServerFrame.Gap gap) {
          long at = from.received.getOrDefault(gap.stream(), 0L);
          assertThat(gap.from()).as("a hole begins where the client stands").isEqualTo(at + 1);
          assertThat(gap.to()).as("holes are before the membership").isEqualTo(floor(gap.stream()));
          from.received.put(gap.stream(), gap.to());
          cursors.merge(gap.stream(), gap.to(), Math::max);
        } else if (frame instanceof ServerFrame.Live live) {
          assertThat(live.seq())
              .as("live tells how far the client is")
              .isEqualTo(from.received.getOrDefault(live.stream(), 0L));
        }
      }
    }

    private void apply(Line from, SharedEntry shared) {
      Entry entry = shared.entry();
      StreamId stream = entry.stream();
      long before = from.received.getOrDefault(stream, 0L);
      assertThat(entry.seq())
          .as("doubled, reordered or missing on one connection: %s", stream)
          .isEqualTo(before + 1);
      assertThat(entry.seq()).as("a ghost").isLessThanOrEqualTo(log.get(stream).size());
      assertThat(entry.seq()).as("outside of the membership").isGreaterThan(floor(stream));
      from.received.put(stream, entry.seq());
      if (entry.seq() > cursors.getOrDefault(stream, 0L)) {
        stored.computeIfAbsent(stream, key -> new TreeMap<>()).put(entry.seq(), entry);
        cursors.put(stream, entry.seq());
      }
    }

    private long floor(StreamId stream) {
      return stream.equals(own)
          ? 0
          : memberships.stream()
              .filter(each -> each.conversation().value().equals(stream.owner()))
              .mapToLong(each -> each.joinedSeq() - 1)
              .findFirst()
              .orElse(Long.MAX_VALUE);
    }

    private void acknowledge(boolean isLost) {
      Line to = line;
      if (to == null || isLost) {
        return;
      }
      to.delivery.acknowledge(to.received);
    }

    private void sweep(Node node) {
      if (!databaseDown) {
        node.registry
            .known()
            .keySet()
            .forEach(
                stream -> node.registry.headIs(stream, log.getOrDefault(stream, List.of()).size()));
        Line here = line;
        if (here != null && here.node == node) {
          here.delivery.nudge();
        }
      }
    }

    /** Nothing goes wrong any more: the sweep and the client do what they always do. */
    void calmDown() {
      databaseDown = false;
      busy = true;
      if (line == null || line.connection.closed != null) {
        connect(nodes.get(random.nextInt(2)));
      }
      for (int round = 0; round < CALM_ROUNDS && !isComplete(); round++) {
        Line here = Objects.requireNonNull(line);
        sweep(here.node);
        while (here.node.catchUp.serveNext()) {
          // Until there is nothing to read, or no credit for it.
        }
        take(Integer.MAX_VALUE);
        acknowledge(false);
      }
    }

    private boolean isComplete() {
      return log.entrySet().stream()
          .filter(each -> floor(each.getKey()) < Long.MAX_VALUE)
          .allMatch(each -> cursors.getOrDefault(each.getKey(), 0L) == each.getValue().size());
    }

    /** Nothing is missing, nothing is a ghost, and what is stale was told to be. */
    void requireTheLog() {
      log.forEach(
          (stream, entries) -> {
            long floor = floor(stream);
            Map<Long, Entry> kept = stored.getOrDefault(stream, Map.of());
            assertThat(kept.keySet())
                .as("what the device keeps of %s", stream)
                .containsExactlyElementsOf(
                    entries.stream().map(Entry::seq).filter(seq -> seq > floor).toList());
            for (Entry entry : entries.subList((int) floor, entries.size())) {
              Entry mine = Objects.requireNonNull(kept.get(entry.seq()));
              assertThat(mine.kind()).isEqualTo(entry.kind());
              boolean told =
                  kept.values().stream()
                      .anyMatch(
                          each ->
                              each.kind().equals("message.purged")
                                  && String.valueOf(each.body()).contains("[" + entry.seq() + "]"));
              if (!Objects.equals(mine.body(), entry.body())) {
                assertThat(entry.body()).as("only what was erased differs").isNull();
                assertThat(told).as("the device knows that %s was erased", entry).isTrue();
              }
            }
          });
      assertThat(stored.keySet()).isSubsetOf(log.keySet());
    }
  }
}
