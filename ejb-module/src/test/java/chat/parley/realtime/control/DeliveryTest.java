package chat.parley.realtime.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.conversation.ConversationId;
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
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SharedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  private final StreamId stream = StreamId.conversation(UUID.randomUUID());
  private final TicketHolder holder =
      new TicketHolder(
          AccountId.next(), SessionId.next(), DeviceId.next(), NOW.plus(Duration.ofDays(30)));
  private final RecordingConnection client = new RecordingConnection();
  private final Queue<Delivery> scheduled = new ArrayDeque<>();
  private final List<Entry> log = new ArrayList<>();

  @Test
  void replaysWhatWasMissedAndThenSaysLive() {
    write(5);
    Delivery delivery = started(8, 2, 0);

    catchUp();

    assertThat(client.seqs()).containsExactly(3L, 4L, 5L);
    assertThat(client.frames.get(0)).isInstanceOf(ServerFrame.Welcome.class);
    assertThat(client.frames.get(4)).isEqualTo(new ServerFrame.Live(stream, 5));
    assertThat(delivery.known(stream)).isEqualTo(5);
  }

  @Test
  void nextEntryGoesOutWithoutReadingTheLog() {
    write(2);
    Delivery delivery = started(8, 2, 0);
    catchUp();

    write(1);
    delivery.offer(new SharedEntry(log.get(2)));

    assertThat(client.seqs()).containsExactly(3L);
    assertThat(scheduled).isEmpty();
  }

  @Test
  void doubledAndReorderedNewsIsHarmless() {
    Delivery delivery = started(8, 0, 0);
    catchUp();
    write(3);

    delivery.offer(new SharedEntry(log.get(1)));
    delivery.offer(new SharedEntry(log.get(0)));
    delivery.offer(new SharedEntry(log.get(1)));
    delivery.offer(new SharedEntry(log.get(0)));
    catchUp();

    assertThat(client.seqs()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aPageThatWasReadBeforeSomethingWasErasedIsReadAgain() {
    write(3);
    Delivery delivery = started(8, 0, 0);
    Delivery.Step.Page page = (Delivery.Step.Page) scheduled.remove().next();
    List<Entry> stale = List.copyOf(log);

    log.set(1, log.get(1).withoutBody());
    delivery.erased(stream, Set.of(2L));
    delivery.took(page, stale);
    assertThat(client.seqs()).isEmpty();
    catchUp();

    assertThat(client.seqs()).containsExactly(1L, 2L, 3L);
    assertThat(client.bodies()).containsExactly("x", null, "x");
  }

  /** Else a mark of that entry would be cut to the one before. */
  @Test
  void anEntryThatAPageBroughtBeforeItsNewsIsKnown() {
    write(1);
    Delivery delivery = started(8, 0, 0);
    Delivery.Step.Page page = (Delivery.Step.Page) scheduled.remove().next();
    write(1);
    delivery.took(page, List.copyOf(log));

    assertThat(client.seqs()).containsExactly(1L, 2L);
    assertThat(delivery.known(stream)).isEqualTo(2);
  }

  @Test
  void whatWaitsToBeWrittenIsErasedThere() {
    write(3);
    Delivery delivery = started(8, 0, 0);
    catchUp();
    delivery.erased(stream, Set.of(1L, 3L));

    assertThat(client.bodies()).containsExactly(null, "x", null);
  }

  @Test
  void whatDisappearsWhileItWaitsToBeWrittenIsErasedAtItsTime() {
    Instant soon = NOW.plusSeconds(5);
    log.add(
        new Entry(stream, 1, "message", NOW, null, null, null, EntryHash.GENESIS, "short", soon));
    write(1);
    Delivery delivery = started(8, 0, 0);
    client.backlog = 1;
    catchUp();

    delivery.supervise(soon.minusMillis(1), System.nanoTime());
    assertThat(client.bodies()).containsExactly("short", "x");
    delivery.supervise(soon, System.nanoTime());
    assertThat(client.bodies()).containsExactly(null, "x");
  }

  @Test
  void newsBeforeTheStartWaitsForTheWelcome() {
    Delivery delivery = new Delivery(client, holder, 8, scheduled::add);
    delivery.expect(stream);
    write(1);
    delivery.offer(new SharedEntry(log.get(0)));
    delivery.begin(stream, 0, Interval.ALL, 0);
    assertThat(client.frames).isEmpty();

    delivery.start(welcome());
    catchUp();

    assertThat(client.frames.get(0)).isInstanceOf(ServerFrame.Welcome.class);
    assertThat(client.seqs()).containsExactly(1L);
  }

  @Test
  void signalsOfOthersAreToldWhileTheStreamIsLiveAndTheClientHasTime() {
    write(2);
    Delivery delivery = started(8, 0, 0);
    ServerFrame.Signal others = typing(AccountId.next());
    delivery.signal(others);
    assertThat(client.frames).as("not live yet").doesNotContain(others);
    catchUp();

    delivery.signal(others);
    delivery.signal(typing(holder.account()));
    client.backlog = 1;
    ServerFrame.Signal later = typing(AccountId.next());
    delivery.signal(later);
    client.backlog = Limits.SOCKET_BACKLOG_BYTES / 2;
    delivery.signal(typing(AccountId.next()));

    assertThat(client.frames)
        .filteredOn(ServerFrame.Signal.class::isInstance)
        .containsExactly(others, later);
  }

  @Test
  void typingIsNewsNowAndThenAndWhenItEnds() {
    Delivery delivery = started(8, 0, 0);
    long pause = Limits.TYPING_TOLD_EVERY.toNanos();

    assertThat(delivery.types(stream, false, 1)).as("nothing began").isFalse();
    assertThat(delivery.types(stream, true, 1)).isTrue();
    assertThat(delivery.types(stream, true, pause)).as("too soon").isFalse();
    assertThat(delivery.types(stream, true, pause + 1)).isTrue();
    assertThat(delivery.types(stream, false, pause + 2)).isTrue();
    assertThat(delivery.types(stream, false, pause + 3)).as("it ended before").isFalse();
    assertThat(delivery.types(stream, true, pause + 4)).as("too soon again").isFalse();
    assertThat(delivery.types(StreamId.conversation(UUID.randomUUID()), true, 1)).isFalse();
  }

  private ServerFrame.Signal typing(AccountId by) {
    return new ServerFrame.Signal(ServerFrame.Signal.Kind.TYPING, stream, by, Limits.TYPING_HOLDS);
  }

  @Test
  void fullWindowWaitsForAcknowledgement() {
    write(10);
    Delivery delivery = started(3, 0, 0);
    catchUp();
    assertThat(client.seqs()).containsExactly(1L, 2L, 3L);

    write(1);
    delivery.offer(new SharedEntry(log.get(10)));
    catchUp();
    assertThat(client.seqs()).hasSize(3);

    assertThat(delivery.acknowledge(Map.of(stream, 2L))).containsExactly(Map.entry(stream, 2L));
    catchUp();
    assertThat(client.seqs()).containsExactly(1L, 2L, 3L, 4L, 5L);

    for (long seq = 3; seq <= 11; seq++) {
      delivery.acknowledge(Map.of(stream, seq));
      catchUp();
    }
    assertThat(client.seqs()).containsExactlyElementsOf(upTo(11));
  }

  @Test
  void acknowledgementOfWhatWasNotSentCountsOnlyForWhatWas() {
    write(4);
    Delivery delivery = started(2, 0, 0);
    catchUp();

    assertThat(delivery.acknowledge(Map.of(stream, 1_000L))).containsExactly(Map.entry(stream, 2L));
    StreamId foreign = StreamId.conversation(UUID.randomUUID());
    assertThat(delivery.acknowledge(Map.of(foreign, 1L))).isEmpty();
    assertThat(delivery.known(foreign)).isNull();
  }

  @Test
  void fullBacklogLeavesEntriesInTheLog() {
    write(3);
    client.backlog = Limits.SOCKET_BACKLOG_BYTES;
    Delivery delivery = started(8, 0, 0);
    catchUp();
    assertThat(client.seqs()).isEmpty();

    client.backlog = 0;
    delivery.nudge();
    catchUp();

    assertThat(client.seqs()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whatIsNotAcknowledgedIsBoundedInBytes() {
    String large = "x".repeat(60_000);
    for (int i = 0; i < 40; i++) {
      log.add(entry(log.size() + 1, large));
    }
    Delivery delivery = started(Limits.SOCKET_WINDOW_MAX, 0, 0);
    catchUp();
    int fits = client.seqs().size();
    int weight = new SharedEntry(log.get(0)).weight();
    assertThat(fits).isEqualTo(Limits.SOCKET_BACKLOG_BYTES / weight + 1);
    delivery.offer(new SharedEntry(entry(fits + 1, large)));
    delivery.nudge();
    catchUp();
    assertThat(client.seqs()).as("no news and no nudge gives more").hasSize(fits);

    delivery.supervise(NOW, System.nanoTime() + Duration.ofSeconds(61).toNanos());
    assertThat(client.closed).isEqualTo(CloseCode.SLOW_CONSUMER);
    delivery.acknowledge(Map.of(stream, 3L));
    catchUp();
    assertThat(client.seqs()).hasSize(fits + 3);
    while (client.seqs().size() < log.size()) {
      delivery.acknowledge(Map.of(stream, (long) client.seqs().size()));
      catchUp();
    }
    assertThat(client.seqs()).isEqualTo(upTo(log.size()));
  }

  @Test
  void windowThatStaysFullEndsTheConnection() {
    write(2);
    Delivery delivery = started(1, 0, 0);
    catchUp();
    long ticks = System.nanoTime();

    delivery.supervise(NOW, ticks + Duration.ofSeconds(59).toNanos());
    assertThat(client.closed).isNull();
    delivery.supervise(NOW, ticks + Duration.ofSeconds(61).toNanos());
    assertThat(client.closed).isEqualTo(CloseCode.SLOW_CONSUMER);
  }

  @Test
  void sessionEndsTheConnectionAtItsTime() {
    Delivery delivery = started(1, 0, 0);

    delivery.supervise(holder.expiresAt().minusMillis(1), System.nanoTime());
    assertThat(client.closed).isNull();
    delivery.supervise(holder.expiresAt(), System.nanoTime());
    assertThat(client.closed).isEqualTo(CloseCode.SIGN_IN);
  }

  @Test
  void aRestoredLogEndsTheConnectionsToTheOneBefore() {
    Delivery delivery = new Delivery(client, holder, 8, scheduled::add);
    ServerFrame.Welcome welcome = welcome();
    delivery.start(welcome);

    delivery.requireGeneration(welcome.generation());
    assertThat(client.closed).isNull();
    delivery.requireGeneration(Ids.next());
    assertThat(client.closed).isEqualTo(CloseCode.RESYNC);
  }

  @Test
  void whatIsFromBeforeJoiningIsAnHonestGap() {
    write(5);
    started(8, 0, 3);
    catchUp();

    assertThat(client.frames.get(1))
        .isEqualTo(new ServerFrame.Gap(stream, 1, 3, ServerFrame.Gap.Why.JOINED_LATER));
    assertThat(client.seqs()).containsExactly(4L, 5L);
  }

  @Test
  void whoIsRemovedGetsTheEntryThatSaysSoAndNothingAfter() {
    Delivery delivery = started(8, 0, 0);
    catchUp();
    write(1);
    log.add(removal(2, holder.account()));
    write(2);
    for (int i = 0; i < 4; i++) {
      delivery.offer(new SharedEntry(log.get(i)));
    }
    delivery.headIs(stream, 4);
    catchUp();
    delivery.marks(conversation(), List.of(new Watermark(AccountId.next(), 4, 4)));
    delivery.signal(typing(AccountId.next()));

    assertThat(client.seqs()).containsExactly(1L, 2L);
    assertThat(client.frames.get(client.frames.size() - 1)).isInstanceOf(ServerFrame.Entries.class);
    assertThat(delivery.known(stream)).isNull();
    assertThat(delivery.types(stream, true, 1)).isFalse();
    assertThat(delivery.acknowledge(Map.of(stream, 4L))).containsExactly(Map.entry(stream, 2L));
  }

  @Test
  void theRemovalEndsAReadOfTheLogToo() {
    write(2);
    log.add(removal(3, AccountId.next()));
    log.add(removal(4, holder.account()));
    write(100);
    started(64, 0, 0);
    catchUp();

    assertThat(client.seqs()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(client.frames).contains(new ServerFrame.Live(stream, 4));
    assertThat(scheduled).isEmpty();
  }

  @Test
  void aDeletedGroupIsOverForEveryFollower() {
    Delivery delivery = started(8, 0, 0);
    catchUp();
    log.add(
        new Entry(
            stream,
            1,
            "conversation.deleted",
            NOW,
            AccountId.next(),
            null,
            null,
            EntryHash.GENESIS,
            "{}"));
    delivery.offer(new SharedEntry(log.get(0)));
    assertThat(client.seqs()).containsExactly(1L);
    assertThat(delivery.known(stream)).isNull();
  }

  @Test
  void whoWasRemovedWhileAwayReadsUpToThere() {
    write(9);
    Delivery delivery = new Delivery(client, holder, 64, scheduled::add);
    delivery.expect(stream);
    delivery.begin(stream, 2, new Interval(0, 5), log.size());
    delivery.start(welcome());
    catchUp();

    assertThat(client.seqs()).containsExactly(3L, 4L, 5L);
    assertThat(client.frames.get(client.frames.size() - 1))
        .isEqualTo(new ServerFrame.Live(stream, 5));
  }

  @Test
  void whoJoinsAgainBeginsThereOnTheSameConnection() {
    Delivery delivery = started(3, 0, 0);
    catchUp();
    write(1);
    log.add(removal(2, holder.account()));
    delivery.offer(new SharedEntry(log.get(0)));
    delivery.offer(new SharedEntry(log.get(1)));
    write(3);
    delivery.offer(new SharedEntry(log.get(4)));

    delivery.renew(stream, new Interval(0, Long.MAX_VALUE));
    catchUp();
    assertThat(client.seqs()).as("an old answer opens nothing").containsExactly(1L, 2L);
    delivery.renew(stream, new Interval(4, Long.MAX_VALUE));
    catchUp();

    assertThat(client.frames)
        .containsSequence(new ServerFrame.Gap(stream, 3, 4, ServerFrame.Gap.Why.JOINED_LATER));
    assertThat(client.seqs()).containsExactly(1L, 2L, 5L);
    write(2);
    delivery.offer(new SharedEntry(log.get(5)));
    delivery.offer(new SharedEntry(log.get(6)));
    assertThat(client.seqs()).as("the window is whole again").containsExactly(1L, 2L, 5L, 6L, 7L);
    assertThat(delivery.known(stream)).isEqualTo(7);
  }

  private ConversationId conversation() {
    return new ConversationId(stream.owner());
  }

  private Entry removal(long seq, AccountId who) {
    return new Entry(
        stream,
        seq,
        "member.removed",
        NOW,
        AccountId.next(),
        null,
        null,
        EntryHash.GENESIS,
        "{\"account\":\"" + who + "\",\"banned\":false}");
  }

  @Test
  void failedReadIsTriedAgain() {
    write(1);
    Delivery delivery = started(8, 0, 0);
    Delivery.Step step = scheduled.remove().next();
    assertThat(step).isInstanceOf(Delivery.Step.Page.class);
    delivery.failed(step);

    delivery.nudge();
    catchUp();

    assertThat(client.seqs()).containsExactly(1L);
  }

  @Test
  void anyMixtureOfNewsReadsAndAcknowledgementsGivesEveryEntryOnceInOrder() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      RecordingConnection one = new RecordingConnection();
      Queue<Delivery> work = new ArrayDeque<>();
      List<Entry> written = new ArrayList<>();
      List<Entry> travelling = new ArrayList<>();
      int window = 1 + random.nextInt(5);
      Delivery delivery = new Delivery(one, holder, window, work::add);
      delivery.expect(stream);
      delivery.begin(stream, 0, Interval.ALL, 0);
      delivery.start(welcome());
      int total = 40;
      while (one.seqs().size() < total) {
        switch (random.nextInt(6)) {
          case 0, 1 -> {
            if (written.size() < total) {
              written.add(entry(written.size() + 1));
              if (random.nextInt(4) > 0) {
                travelling.add(written.get(written.size() - 1));
              }
            }
          }
          case 2 -> {
            Collections.shuffle(travelling, random);
            if (!travelling.isEmpty()) {
              delivery.offer(
                  new SharedEntry(random.nextBoolean() ? travelling.remove(0) : travelling.get(0)));
            }
          }
          case 3 -> step(work, written);
          case 4 -> {
            List<Long> seqs = one.seqs();
            if (!seqs.isEmpty()) {
              delivery.acknowledge(Map.of(stream, seqs.get(random.nextInt(seqs.size()))));
            }
          }
          default -> delivery.headIs(stream, written.size());
        }
        assertThat(one.seqs()).as("seed %d", seed).isEqualTo(upTo(one.seqs().size()));
      }
    }
  }

  private Delivery started(int window, long after, long floor) {
    Delivery delivery = new Delivery(client, holder, window, scheduled::add);
    delivery.expect(stream);
    delivery.begin(stream, after, new Interval(floor, Long.MAX_VALUE), log.size());
    delivery.start(welcome());
    return delivery;
  }

  private static ServerFrame.Welcome welcome() {
    return new ServerFrame.Welcome(
        "1",
        Ids.next(),
        Ids.next(),
        NOW,
        Map.of(),
        8,
        Limits.SOCKET_HEARTBEAT,
        NOW.plus(Duration.ofDays(1)));
  }

  private void write(int count) {
    for (int i = 0; i < count; i++) {
      log.add(entry(log.size() + 1));
    }
  }

  private Entry entry(long seq) {
    return entry(seq, "x");
  }

  private Entry entry(long seq, String body) {
    return new Entry(
        stream, seq, "message", NOW, holder.account(), null, null, EntryHash.GENESIS, body);
  }

  private void catchUp() {
    while (!scheduled.isEmpty()) {
      step(scheduled, log);
    }
  }

  private static void step(Queue<Delivery> work, List<Entry> written) {
    Delivery delivery = work.poll();
    if (delivery == null) {
      return;
    }
    Delivery.Step step = delivery.next();
    if (step instanceof Delivery.Step.Page page) {
      delivery.took(
          page,
          written.stream()
              .filter(entry -> entry.seq() > page.after())
              .limit(page.limit())
              .toList());
    } else if (step instanceof Delivery.Step.Marks marks) {
      delivery.took(marks.conversation(), List.of());
    }
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
