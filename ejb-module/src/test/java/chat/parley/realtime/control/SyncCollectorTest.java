package chat.parley.realtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ConversationId;
import chat.parley.identity.SessionEnd;
import chat.parley.identity.SessionId;
import chat.parley.identity.TicketHolder;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.StreamId;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ConnectionRefused;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SharedEntry;
import chat.parley.realtime.SyncAnswer;
import chat.parley.realtime.SyncRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SyncCollectorTest {

  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(25);

  private final ConversationId conversation = ConversationId.next();
  private final StreamId stream = StreamId.conversation(conversation.value());
  private final AccountId other = AccountId.next();
  private final TicketHolder holder =
      new TicketHolder(AccountId.next(), SessionId.next(), DeviceId.next(), NOW);

  @Test
  void waitsUntilEverythingIsLiveAndSomethingCame() {
    SyncCollector collector = started(LONG, knownMarks(), System.nanoTime());
    collector.send(entries(4));
    assertThat(isDone(collector)).as("there may be more to read").isFalse();

    collector.send(new ServerFrame.Live(stream, 4));

    SyncAnswer answer = answer(collector);
    assertThat(answer.entries()).hasSize(1);
    assertThat(answer.heads()).containsEntry(stream, 4L);
    assertThat(answer.marks()).isEmpty();
    assertThat(answer.more()).isFalse();
    collector.send(entries(5));
    assertThat(answer.entries()).as("what comes later is for the next request").hasSize(1);
  }

  @Test
  void whoDoesNotWaitIsAnsweredAsSoonAsAllIsLive() {
    SyncCollector collector = started(Duration.ZERO, knownMarks(), System.nanoTime());
    assertThat(isDone(collector)).isFalse();
    collector.send(new ServerFrame.Live(stream, 3));
    assertThat(answer(collector).entries()).isEmpty();
  }

  @Test
  void whatDoesNotFitIsForTheNextRequest() {
    SyncCollector collector = started(LONG, knownMarks(), System.nanoTime());
    collector.send(entries(4));
    collector.send(entries(5));

    assertThat(answer(collector).more()).isTrue();
    assertThat(collector.backlog()).isPositive();
  }

  @Test
  void watermarksAreToldWhenTheyAreNotAsTheClientKnowsThem() {
    SyncCollector fresh = started(LONG, null, System.nanoTime());
    fresh.send(new ServerFrame.Live(stream, 3));
    assertThat(answer(fresh).marks()).hasSize(1);

    SyncCollector waiting = started(LONG, answer(fresh).marksVersion(), System.nanoTime());
    waiting.send(new ServerFrame.Live(stream, 3));
    waiting.send(new ServerFrame.Marks(conversation, List.of(new Watermark(other, 1, 0))));
    assertThat(isDone(waiting)).as("nothing moved forward").isFalse();
    waiting.send(new ServerFrame.Marks(conversation, List.of(new Watermark(other, 3, 2))));
    assertThat(answer(waiting).marks())
        .containsExactly(new ServerFrame.Marks(conversation, List.of(new Watermark(other, 3, 2))));
  }

  @Test
  void theEndOfTheWaitAndOfTheInstanceAnswerWithWhatThereIs() {
    SyncCollector late =
        started(LONG, knownMarks(), System.nanoTime() - LONG.plusSeconds(1).toNanos());
    late.send(new ServerFrame.Live(stream, 3));
    late.supervise();
    assertThat(answer(late).entries()).isEmpty();

    SyncCollector draining = started(LONG, knownMarks(), System.nanoTime());
    draining.supervise();
    assertThat(isDone(draining)).isFalse();
    draining.close(CloseCode.DRAINING, null, "this instance stops");
    assertThat(answer(draining).more()).as("it was not live yet").isTrue();
  }

  @Test
  void theEndOfTheSessionIsARefusal() {
    SyncCollector collector = started(LONG, knownMarks(), System.nanoTime());
    collector.end(SessionEnd.REVOKED);
    assertThatThrownBy(() -> answer(collector))
        .cause()
        .isInstanceOfSatisfying(
            ConnectionRefused.class,
            refused -> assertThat(refused.ended()).isEqualTo(SessionEnd.REVOKED));
  }

  @Test
  void aRequestCannotExistOutOfBounds() {
    assertThatThrownBy(() -> request(Duration.ofSeconds(26), null))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () ->
                new SyncRequest(
                    holder, null, Map.of(stream, -1L), Map.of(), null, Duration.ZERO, 1))
        .isInstanceOf(InvalidInput.class);
  }

  private SyncCollector started(Duration patience, @Nullable String marksVersion, long ticks) {
    SyncCollector collector = new SyncCollector(request(patience, marksVersion), ticks);
    collector.marksAre(Map.of(conversation, List.of(new Watermark(other, 2, 1))));
    collector.send(
        new ServerFrame.Welcome(
            "", Ids.next(), Ids.next(), NOW, Map.of(stream, 3L), 2, Limits.SOCKET_HEARTBEAT, NOW));
    return collector;
  }

  private SyncRequest request(Duration patience, @Nullable String marksVersion) {
    return new SyncRequest(holder, null, Map.of(stream, 3L), Map.of(), marksVersion, patience, 2);
  }

  /** What the client is told of the watermarks that {@link #started} begins with. */
  private String knownMarks() {
    SyncCollector first = started(Duration.ZERO, null, System.nanoTime());
    first.send(new ServerFrame.Live(stream, 3));
    return answer(first).marksVersion();
  }

  private ServerFrame.Entries entries(long seq) {
    return new ServerFrame.Entries(
        List.of(
            new SharedEntry(
                new Entry(stream, seq, "message", NOW, other, null, null, EntryHash.GENESIS, "x"))),
        holder.device());
  }

  private static boolean isDone(SyncCollector collector) {
    return collector.answer().toCompletableFuture().isDone();
  }

  private static SyncAnswer answer(SyncCollector collector) {
    CompletableFuture<SyncAnswer> answer = collector.answer().toCompletableFuture();
    assertThat(answer).isDone();
    return answer.join();
  }
}
