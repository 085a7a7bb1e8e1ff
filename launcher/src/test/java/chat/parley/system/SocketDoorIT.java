package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import chat.parley.testing.Person;
import chat.parley.testing.RawSocket;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets through the door of the socket, and who is shown out. */
@ExtendWith(RunningParley.Extension.class)
class SocketDoorIT {

  private static final String PING = "{\"type\":\"ping\",\"n\":1}";
  private static final String NOBODY = "0190a1b2-0000-7000-8000-00000000dead";
  private static final String MADE_UP = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  /**
   * Long before the next look at the session, which comes once a minute, finds that it has ended.
   */
  private static final long AT_ONCE = Duration.ofSeconds(5).toMillis();

  private static SocketClient silent;

  /** The silence takes ten seconds; the other tests use them. */
  @BeforeAll
  static void somebodySaysNothing(RunningParley parley) {
    silent = SocketClient.open(parley.url(1));
  }

  // The handshake

  @Test
  void everyAddressOfTheInstallationOpensASocket(RunningParley parley) {
    for (int instance = 1; instance <= RunningParley.INSTANCES; instance++) {
      String page = parley.url(instance).toString();
      assertThat(SocketClient.statusOfHandshake(parley.url(1), page)).as(page).isEqualTo(101);
    }
  }

  @Test
  void onlyTheAnswerThatOpensASocketHasNoPolicyForPages(RunningParley parley) throws IOException {
    assertThat(RawSocket.answerToHandshake(parley.url(1), "/api/socket"))
        .startsWith("HTTP/1.1 101")
        .doesNotContain("Content-Security-Policy", "Permissions-Policy");
    assertThat(RawSocket.answerToHandshake(parley.url(1), "/"))
        .startsWith("HTTP/1.1 200")
        .contains("Content-Security-Policy", "Permissions-Policy");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "http://localhost",
        "http://localhost.evil.example"
      })
  void anyOtherPageIsRefusedAtTheHandshake(@Nullable String origin, RunningParley parley) {
    assertThat(SocketClient.statusOfHandshake(parley.url(1), origin)).isEqualTo(403);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"parley.v9", "PARLEY.V1", "chat"})
  void anotherSubProtocolOrNoneEndsWith4406(@Nullable String subprotocol, RunningParley parley) {
    String page = parley.url(1).toString();
    try (SocketClient socket = SocketClient.open(parley.url(1), page, subprotocol)) {
      assertThat(endOf(socket)).isEqualTo(4406);
    }
  }

  // The first frame

  @Test
  void whoSaysNothingForTenSecondsIsShownOut() {
    try (SocketClient socket = silent) {
      JsonNode bye = socket.awaitByeAndClose();
      assertThat(bye.path("code").asInt()).isEqualTo(4408);
      assertThat(bye.path("resume").asBoolean()).isTrue();
    }
  }

  static Stream<Arguments> firstFrames() {
    return Stream.of(
        arguments("another type", "{'type':'ping','n':1}"),
        arguments("a send", "{'type':'send','id':'1'}"),
        arguments("a type nobody knows", "{'type':'dance'}"),
        arguments("no type", "{}"),
        arguments("no members", "{'type':'hello'}"),
        arguments("no ticket", "{'type':'hello','id':'1','device':'" + NOBODY + "'}"),
        arguments("an empty ticket", hello("''", "'" + NOBODY + "'")),
        arguments("a ticket with a space", hello("'a b'", "'" + NOBODY + "'")),
        arguments("a ticket that is a number", hello("7", "'" + NOBODY + "'")),
        arguments("a long ticket", hello("'" + "A".repeat(129) + "'", "'" + NOBODY + "'")),
        arguments("no device", "{'type':'hello','id':'1','ticket':'" + MADE_UP + "'}"),
        arguments("a device that is no id", hello("'" + MADE_UP + "'", "'phone'")),
        arguments("an array", "[]"),
        arguments("no JSON", "hello"));
  }

  private static String hello(String ticket, String device) {
    return "{'type':'hello','id':'1','ticket':" + ticket + ",'device':" + device + "}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("firstFrames")
  void aFirstFrameThatIsNoGoodHelloEndsWith4400(String what, String frame, RunningParley parley) {
    try (SocketClient socket = SocketClient.open(parley.url(1))) {
      socket.sendText(frame.replace('\'', '"'));
      assertThat(endOf(socket)).as(what).isEqualTo(4400);
    }
  }

  @Test
  void aSecondHelloEndsWith4400(RunningParley parley) {
    Person alice = parley.newPerson(1);
    try (SocketClient socket = alice.connect(Map.of())) {
      socket.send(alice.hello(alice.ticket()));
      assertThat(endOf(socket)).isEqualTo(4400);
    }
  }

  @Test
  void aBinaryFrameEndsWith4400(RunningParley parley) {
    Person alice = parley.newPerson(1);
    try (SocketClient socket = alice.connect(Map.of())) {
      socket.sendBinary(new byte[] {1, 2, 3});
      assertThat(endOf(socket)).isEqualTo(4400);
    }
  }

  // The ticket

  @Test
  void aTicketIsGoodOnEveryInstance(RunningParley parley) {
    Person alice = parley.newPerson(1);
    try (SocketClient socket = alice.connect(parley.rest(2), Map.of())) {
      assertThat(socket.seen().get(0).path("type").asText()).isEqualTo("welcome");
    }
  }

  @Test
  void aMadeUpTicketIsRefused(RunningParley parley) {
    assertThat(endOfHello(parley, 1, parley.newPerson(1), MADE_UP)).isEqualTo(4401);
  }

  @ParameterizedTest(name = "on instance {0}")
  @ValueSource(ints = {1, 2})
  void aUsedTicketIsRefused(int instance, RunningParley parley) {
    Person alice = parley.newPerson(1);
    String ticket = alice.ticket();
    try (SocketClient first = SocketClient.open(parley.url(1))) {
      first.send(alice.hello(ticket));
      first.await("welcome");
      assertThat(endOfHello(parley, instance, alice, ticket)).isEqualTo(4401);
      assertThat(stillServes(first)).isTrue();
    }
  }

  @Test
  void anExpiredTicketIsRefused(RunningParley parley) throws Exception {
    Person alice = parley.newPerson(1);
    String ticket = alice.ticket();
    try (var connection = parley.database();
        var age =
            connection.prepareStatement(
                "UPDATE one_time_secret SET expires_at = now() - interval '1 second'"
                    + " WHERE purpose = 'TICKET' AND subject = ?")) {
      age.setString(1, alice.session());
      assertThat(age.executeUpdate()).isEqualTo(1);
    }
    assertThat(endOfHello(parley, 1, alice, ticket)).isEqualTo(4401);
  }

  @Test
  void theTicketOfAnotherDeviceIsRefused(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person mallory = parley.newPerson(1);
    assertThat(endOfHello(parley, 1, mallory, alice.ticket())).isEqualTo(4401);
  }

  @Test
  void theTicketOfASessionThatHasEndedIsRefused(RunningParley parley) {
    Person alice = parley.newPerson(1);
    String ticket = alice.ticket();
    alice.rest().delete("/api/sessions").expect(204);
    assertThat(endOfHello(parley, 1, alice, ticket)).isEqualTo(4401);
    assertThat(endOfHello(parley, 2, alice, ticket)).isEqualTo(4401);
  }

  // Those who are in

  @ParameterizedTest(name = "from instance {0}")
  @ValueSource(ints = {1, 2})
  void aNewerConnectionOfADeviceReplacesTheOlder(int instance, RunningParley parley) {
    Person alice = parley.newPerson(1);
    try (SocketClient older = alice.connect(parley.rest(1), Map.of());
        SocketClient newer = alice.connect(parley.rest(instance), Map.of())) {
      JsonNode bye = older.awaitByeAndClose();
      assertThat(bye.path("code").asInt()).isEqualTo(4409);
      assertThat(bye.path("resume").asBoolean()).isFalse();
      assertThat(stillServes(newer)).isTrue();
    }
  }

  @Test
  void anotherDeviceReplacesNobody(RunningParley parley) {
    Person phone = parley.newPerson(1);
    Person laptop = phone.signInAgain(parley.rest(1));
    try (SocketClient first = phone.connect(Map.of());
        SocketClient second = laptop.connect(Map.of())) {
      assertThat(stillServes(first)).isTrue();
      assertThat(stillServes(second)).isTrue();
    }
  }

  @Test
  void aSessionThatEndsLosesItsSocketsAtOnceOnEveryInstance(RunningParley parley) {
    Person phone = parley.newPerson(1);
    Person laptop = phone.signInAgain(parley.rest(2));
    Person other = parley.newPerson(2);
    try (SocketClient here = phone.connect(parley.rest(1), Map.of());
        SocketClient there = laptop.connect(parley.rest(2), Map.of());
        SocketClient bystander = other.connect(parley.rest(2), Map.of())) {
      phone.rest().delete("/api/sessions").expect(204);
      long asked = System.nanoTime();
      assertThat(endOf(here)).isEqualTo(4401);
      assertThat(endOf(there)).isEqualTo(4401);
      assertThat((System.nanoTime() - asked) / 1_000_000).isLessThan(AT_ONCE);
      assertThat(stillServes(bystander)).isTrue();
    }
  }

  @Test
  void oneSessionThatEndsLeavesTheOthers(RunningParley parley) {
    Person phone = parley.newPerson(1);
    Person laptop = phone.signInAgain(parley.rest(2));
    try (SocketClient here = phone.connect(parley.rest(1), Map.of());
        SocketClient there = laptop.connect(parley.rest(2), Map.of())) {
      phone.rest().delete("/api/sessions/" + laptop.session()).expect(204);
      assertThat(endOf(there)).isEqualTo(4401);
      assertThat(stillServes(here)).isTrue();
    }
  }

  @Test
  void whoSendsFasterThanAllowedAndDoesNotHeedItIsShownOut(RunningParley parley) {
    Person alice = parley.newPerson(1);
    String fetch =
        "{\"type\":\"fetch\",\"id\":\"%d\",\"stream\":\"u/"
            + alice.id()
            + "\",\"after\":0,\"limit\":1}";
    try (SocketClient socket = alice.connect(Map.of())) {
      // Mostly pings, and seldom a look at the answers: neither side may be too slow for a flood.
      int sent = 0;
      JsonNode answer = null;
      while (sent < 20_000 && (answer == null || answer.path("type").asText().equals("ok"))) {
        for (int i = 0; i < 49; i++) {
          socket.sendText(PING);
        }
        socket.sendText(fetch.formatted(sent));
        answer = socket.answerTo(Integer.toString(sent));
        sent += 50;
      }
      assertThat(answer.path("problem").path("type").asText()).endsWith(":too-many-requests");
      assertThat(answer.path("retry").asText()).isEqualTo("after");
      assertThat(answer.path("afterMs").asLong()).isPositive();
      try {
        for (int i = 0; i < 20_000 && (i % 10 != 0 || !hasSaidBye(socket)); i++) {
          socket.sendText(PING);
        }
      } catch (CompletionException closed) {
        // Shown out while it still sent. What was said before that is looked at below.
      }
      JsonNode bye = socket.awaitByeAndClose();
      assertThat(bye.path("code").asInt()).isEqualTo(4429);
      assertThat(bye.path("resume").asBoolean()).isTrue();
      assertThat(bye.path("afterMs").asLong()).isPositive();
    }
  }

  // The cursors

  @Test
  void aCursorAheadOfTheLogAsksForAFreshStart(RunningParley parley) {
    Person alice = parley.newPerson(1);
    String conversation = alice.conversationWith(parley.newPerson(1));
    ObjectNode hello = alice.hello(alice.ticket());
    hello.putObject("cursors").put("c/" + conversation, 1_000);
    assertThat(endOfFrame(parley, hello)).isEqualTo(4450);
  }

  @Test
  void theCursorsOfAnotherLogAskForAFreshStart(RunningParley parley) {
    Person alice = parley.newPerson(1);
    ObjectNode hello = alice.hello(alice.ticket()).put("generation", NOBODY);
    assertThat(endOfFrame(parley, hello)).isEqualTo(4450);
  }

  @Test
  void theCursorOfAStreamOfOthersIsIgnored(RunningParley parley) {
    Person alice = parley.newPerson(1);
    try (SocketClient socket = alice.connect(Map.of("c/" + UUID.randomUUID(), 1_000L))) {
      assertThat(socket.seen().get(0).path("heads").properties()).hasSize(1);
      assertThat(stillServes(socket)).isTrue();
    }
  }

  @Test
  void theServersSocketsRunWithoutTheirBrake(RunningParley parley) throws Exception {
    parley.newPerson(1).connect(Map.of()).close();
    assertThat(Files.readString(parley.system().layout().log("parley-1")))
        .contains("PARLEY-1720")
        .contains("its idle timer is off");
  }

  private static boolean stillServes(SocketClient socket) {
    socket.send(Map.of("type", "ping", "n", 7));
    return socket.await("pong").path("n").asInt() == 7;
  }

  private static boolean hasSaidBye(SocketClient socket) {
    return socket.seen().stream().anyMatch(frame -> frame.path("type").asText().equals("bye"));
  }

  private static int endOfHello(RunningParley parley, int instance, Person who, String ticket) {
    try (SocketClient socket = SocketClient.open(parley.url(instance))) {
      socket.send(who.hello(ticket));
      return endOf(socket);
    }
  }

  private static int endOfFrame(RunningParley parley, ObjectNode hello) {
    try (SocketClient socket = SocketClient.open(parley.url(1))) {
      socket.send(hello);
      return endOf(socket);
    }
  }

  private static int endOf(SocketClient socket) {
    return socket.awaitByeAndClose().path("code").asInt();
  }
}
