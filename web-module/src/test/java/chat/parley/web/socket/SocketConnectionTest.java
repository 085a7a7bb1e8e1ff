package chat.parley.web.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.StreamId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.Limits;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SharedEntry;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SocketConnectionTest {

  private static final StreamId STREAM = StreamId.conversation(Ids.next());

  private final List<String> sent = new ArrayList<>();
  private final List<CloseReason> closed = new ArrayList<>();
  private final Queue<SendHandler> onTheirWay = new ArrayDeque<>();
  private final Queue<SocketConnection> scheduled = new ArrayDeque<>();
  private final SocketConnection connection =
      new SocketConnection(
          session(), scheduled::add, it -> {}, System.nanoTime() - Duration.ofMinutes(1).toNanos());

  @Test
  void exactlyOneSendIsOnItsWay() {
    connection.send(new ServerFrame.Pong(1, Instant.EPOCH));
    connection.send(new ServerFrame.Pong(2, Instant.EPOCH));
    work();
    assertThat(sent).hasSize(1);

    arrive();
    work();
    assertThat(sent).hasSize(2);
    arrive();
    assertThat(connection.backlog()).isZero();
  }

  @Test
  void consecutiveEntriesOfAStreamLeaveTogether() {
    connection.send(new ServerFrame.Pong(1, Instant.EPOCH));
    work();
    connection.send(entry(1, "a"));
    connection.send(entry(2, "b"));
    connection.send(new ServerFrame.Live(STREAM, 2));
    connection.send(entry(3, "c"));
    arrive();
    work();
    arrive();
    work();
    arrive();
    work();

    assertThat(sent).hasSize(4);
    assertThat(sent.get(1)).startsWith("{\"type\":\"entries\"").contains("\"seq\":2");
    assertThat(sent.get(2)).startsWith("{\"type\":\"live\"");
    assertThat(sent.get(3)).startsWith("{\"type\":\"entry\"");
  }

  @Test
  void whatIsErasedWhileItWaitsLeavesAsATombstone() {
    connection.send(new ServerFrame.Pong(1, Instant.EPOCH));
    work();
    ServerFrame.Entries secret = entry(1, "secret");
    connection.send(secret);
    connection.send(entry(2, "b"));
    connection.send(new ServerFrame.Fetched("1", secret.entries(), DeviceId.next(), false));
    connection.send(
        new ServerFrame.Fetched("2", entry(1, "secret").entries(), secret.viewer(), false));
    connection.erase(entry -> entry.seq() == 1);
    while (!onTheirWay.isEmpty()) {
      arrive();
      work();
    }

    assertThat(sent).hasSize(4).noneMatch(text -> text.contains("secret"));
    assertThat(sent.get(1)).contains("\"seq\":1", "\"seq\":2", "\"body\":\"b\"");
    assertThat(connection.backlog()).isZero();
  }

  @Test
  void allThatWaitsLeavesInOneMessageWhenTheClientTakesLines() {
    connection.welcomed(true);
    connection.send(new ServerFrame.Pong(1, Instant.EPOCH));
    work();
    connection.send(entry(1, "a\nb"));
    connection.send(entry(2, "b"));
    connection.send(new ServerFrame.Live(STREAM, 2));
    connection.send(new ServerFrame.Pong(2, Instant.EPOCH));
    arrive();
    work();
    arrive();

    assertThat(sent).hasSize(2);
    assertThat(sent.get(1).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"type\":\"entries\"").contains("\"seq\":2"),
            line -> assertThat(line).startsWith("{\"type\":\"live\""),
            line -> assertThat(line).startsWith("{\"type\":\"pong\""));
    assertThat(connection.backlog()).isZero();
  }

  @Test
  void messagesOfManyLinesStayWithinTheLimit() {
    connection.welcomed(true);
    connection.send(new ServerFrame.Pong(1, Instant.EPOCH));
    work();
    for (int seq = 1; seq <= 6; seq++) {
      connection.send(entry(seq, "x".repeat(50_000)));
      connection.send(new ServerFrame.Pong(seq, Instant.EPOCH));
    }
    while (!onTheirWay.isEmpty()) {
      arrive();
      work();
    }

    assertThat(sent).hasSize(4);
    assertThat(sent).allSatisfy(text -> assertThat(text).hasSizeLessThan(Limits.FRAME_BYTES));
  }

  @Test
  void framesStayWithinTheLimitWhenEntriesAreLarge() {
    connection.send(new ServerFrame.Pong(1, Instant.EPOCH));
    work();
    for (int seq = 1; seq <= 4; seq++) {
      connection.send(entry(seq, "x".repeat(60_000)));
    }
    while (!onTheirWay.isEmpty()) {
      arrive();
      work();
    }

    assertThat(sent).hasSize(3);
    assertThat(sent).allSatisfy(text -> assertThat(text).hasSizeLessThan(Limits.FRAME_BYTES));
  }

  @Test
  void byeOvertakesWhatWaitsAndTheSocketClosesAfterIt() {
    connection.send(entry(1, "a"));
    work();
    connection.send(entry(2, "b"));
    connection.close(CloseCode.SIGN_IN, null, "the session has ended");
    connection.close(CloseCode.INTERNAL, null, "only the first counts");
    connection.send(entry(3, "c"));
    arrive();
    work();
    arrive();
    work();
    connection.supervise();
    assertThat(closed).as("the client has a moment for reading").isEmpty();

    assertThat(sent).hasSize(2);
    assertThat(sent.get(1)).startsWith("{\"type\":\"bye\",\"code\":4401");
    awaitClosed(connection, 4401);
  }

  @Test
  void aSocketThatHasJustOpenedHearsTheByeAtOnceAndClosesWhenItHasSettled() {
    SocketConnection young =
        new SocketConnection(session(), scheduled::add, it -> {}, System.nanoTime());
    young.close(CloseCode.BAD_FRAME, null, "not a JSON object");
    work();
    assertThat(sent).singleElement().asString().startsWith("{\"type\":\"bye\",\"code\":4400");
    arrive();
    work();
    assertThat(closed).isEmpty();

    awaitClosed(young, 4400);
  }

  @Test
  void aClientThatIsRefusedInTheHandshakeIsToldAfterIt() {
    connection.refuse(CloseCode.VERSION, "the sub-protocol is parley.v1");
    work();
    assertThat(connection.isEnding()).isTrue();
    assertThat(sent).isEmpty();

    connection.supervise();
    work();
    arrive();
    work();
    assertThat(sent).singleElement().asString().startsWith("{\"type\":\"bye\",\"code\":4406");
    awaitClosed(connection, 4406);
  }

  @Test
  void clientThatReadsNothingIsEndedBeforeItsAnswersFillTheMemory() {
    connection.send(new ServerFrame.Pong(1, Instant.EPOCH));
    work();
    for (int seq = 1; seq <= 200; seq++) {
      connection.send(entry(seq, "x".repeat(60_000)));
    }

    assertThat(connection.isEnding()).isTrue();
    assertThat(connection.backlog()).isLessThan(Limits.SOCKET_BACKLOG_BYTES);
  }

  @Test
  void failedSendClosesTheSocket() {
    connection.send(new ServerFrame.Pong(1, Instant.EPOCH));
    work();
    onTheirWay.remove().onResult(new SendResult(new IllegalStateException("gone")));

    assertThat(closed).hasSize(1);
  }

  private void awaitClosed(SocketConnection ending, int code) {
    await()
        .untilAsserted(
            () -> {
              ending.supervise();
              assertThat(closed)
                  .singleElement()
                  .satisfies(it -> assertThat(it.getCloseCode().getCode()).isEqualTo(code));
            });
  }

  private void work() {
    while (!scheduled.isEmpty()) {
      scheduled.remove().write();
    }
  }

  private void arrive() {
    onTheirWay.remove().onResult(new SendResult());
  }

  private static ServerFrame.Entries entry(long seq, String body) {
    return new ServerFrame.Entries(
        List.of(
            new SharedEntry(
                new Entry(
                    STREAM,
                    seq,
                    "message",
                    Instant.EPOCH,
                    null,
                    null,
                    null,
                    EntryHash.GENESIS,
                    body))),
        DeviceId.next());
  }

  private Session session() {
    RemoteEndpoint.Async remote =
        proxy(
            RemoteEndpoint.Async.class,
            (name, arguments) -> {
              sent.add((String) arguments[0]);
              onTheirWay.add((SendHandler) arguments[1]);
              return null;
            });
    return proxy(
        Session.class,
        (name, arguments) -> {
          if (name.equals("getAsyncRemote")) {
            return remote;
          }
          CloseReason reason =
              arguments == null
                  ? new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, "")
                  : (CloseReason) arguments[0];
          closed.add(reason);
          return null;
        });
  }

  private interface Answer {
    Object to(String name, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
  }
}
