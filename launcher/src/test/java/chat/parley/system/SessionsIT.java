package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Person;
import chat.parley.testing.RawRequest;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How sessions end, who is told why, and what their owner sees of them, on two instances. */
@ExtendWith(RunningParley.Extension.class)
class SessionsIT {

  private static final int ROUNDS = 5;

  // The end is told

  @Test
  void aSocketOnTheOtherInstanceClosesAtOnceAndSaysWhy(
      RunningParley parley, TestReporter reporter) {
    Person phone = parley.newPerson(1);
    List<Long> times = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Person laptop = phone.signInAgain(parley.rest(2));
      try (SocketClient there = laptop.connect(parley.rest(2), Map.of())) {
        phone.rest().delete("/api/sessions/" + laptop.session()).expect(204);
        long ended = System.nanoTime();
        JsonNode bye = there.awaitBye();
        times.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended));
        assertEnd(bye, "revoked");
        there.awaitByeAndClose();
      }
      assertReason(refresh(parley.rest(1), laptop), "revoked");
    }
    // That each came at all shows that it was told: it is not waited for as long as an instance
    // takes
    // that looks by itself (Limits.SESSION_CHECK). How fast is a figure for the report.
    reporter.publishEntry("milliseconds from the answer to the bye", times.toString());
  }

  @Test
  void aPollOnTheOtherInstanceIsAnsweredAtOnceAndToldWhy(RunningParley parley) {
    Person phone = parley.newPerson(1);
    Person bot = phone.signInAgain(parley.rest(2));
    JsonNode now = bot.rest().post("/api/sync", Map.of()).expect(200).body();
    Map<String, Object> next =
        Map.of("cursors", now.path("heads"), "marksVersion", now.path("marksVersion"), "wait", 25);
    List<CompletableFuture<Answer>> polls =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> bot.rest().post("/api/sync", next)))
            .limit(3)
            .toList();
    // The third ends the first: from then on the two others are known to wait.
    CompletableFuture.anyOf(polls.toArray(CompletableFuture[]::new)).join();

    phone.rest().delete("/api/sessions/others").expect(204);

    List<Answer> answers = polls.stream().map(CompletableFuture::join).toList();
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .hasSize(2)
        .allSatisfy(answer -> assertReason(answer, "revoked"));
  }

  @Test
  void whoSignsOutIsToldSoOnHisOtherSocket(RunningParley parley) {
    Person alice = parley.newPerson(1);
    try (SocketClient there = alice.connect(parley.rest(2), Map.of())) {
      parley
          .rest(1)
          .post("/api/auth/logout", Map.of("refreshToken", alice.refreshToken()))
          .expect(204);
      assertEnd(there.awaitByeAndClose(), "signed-out");
    }
    assertReason(refresh(parley.rest(2), alice), "signed-out");
  }

  @Test
  void theOwnerOfACopiedTokenIsToldAboutTheCopy(RunningParley parley) {
    Person alice = parley.newPerson(1);
    String second = token(refresh(parley.rest(1), alice).expect(200));
    String third = token(refresh(parley.rest(1), second).expect(200));
    try (SocketClient there = alice.connect(parley.rest(2), Map.of())) {
      assertReason(refresh(parley.rest(1), alice), "token-reused");
      assertEnd(there.awaitByeAndClose(), "token-reused");
    }
    assertReason(refresh(parley.rest(2), third), "token-reused");
  }

  @Test
  void allOthersEndAndThisOneStays(RunningParley parley) {
    Person phone = parley.newPerson(1);
    Person laptop = phone.signInAgain(parley.rest(2));
    Person tablet = phone.signInAgain(parley.rest(1));
    try (SocketClient here = phone.connect(parley.rest(1), Map.of());
        SocketClient there = laptop.connect(parley.rest(2), Map.of());
        SocketClient besides = tablet.connect(parley.rest(1), Map.of())) {
      phone.rest().delete("/api/sessions/others").expect(204);
      assertEnd(there.awaitByeAndClose(), "revoked");
      assertEnd(besides.awaitByeAndClose(), "revoked");
      here.send(Map.of("type", "ping", "n", 7));
      assertThat(here.await("pong").path("n").asInt()).isEqualTo(7);
    }
    assertThat(sessions(phone)).hasSize(1);
    // Nobody else is left: asking again is no fault.
    phone.rest().delete("/api/sessions/others").expect(204);
    refresh(parley.rest(2), phone).expect(200);
  }

  // Expiry

  @Test
  void aSessionThatWasIdleForHalfAnHourIsOver(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person idle = alice.signInAgain(parley.rest(1));
    move(parley, idle, "last_seen_at = now() - interval '29 minutes'");
    idle.rest().at(parley.url(2)).get("/api/account").expect(200);

    Person idler = alice.signInAgain(parley.rest(1));
    move(parley, idler, "last_seen_at = now() - interval '31 minutes'");

    assertProblem(idler.rest().at(parley.url(2)).get("/api/account"), 401, "unauthenticated");
    assertReason(refresh(parley.rest(2), idler), "expired");
    assertThat(sessions(alice))
        .extracting(session -> session.path("id").asText())
        .contains(alice.session(), idle.session())
        .doesNotContain(idler.session());
  }

  @Test
  void aSocketClosesAtTheAbsoluteLimitHoweverBusyItIs(RunningParley parley) {
    Person alice = parley.newPerson(1);
    move(parley, alice, "expires_at = now() + interval '3 seconds'");
    try (SocketClient socket = alice.connect(parley.rest(2), Map.of())) {
      assertEnd(socket.awaitByeAndClose(), "expired");
    }
    assertReason(refresh(parley.rest(1), alice), "expired");
  }

  // What its owner sees

  @Test
  void aDeviceKeepsTheNameItsOwnerGaveIt(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person laptop = alice.signInAgain(parley.rest(2));

    Answer named =
        alice
            .rest()
            .patch("/api/sessions/" + laptop.session(), Map.of("deviceName", " Kitchen 🍳 "))
            .expect(200);

    assertThat(named.body().path("deviceName").asText()).isEqualTo("Kitchen 🍳");
    assertThat(named.body().path("current").asBoolean()).isFalse();
    assertThat(named.body().path("lastSeenAt").asText()).as("to the minute").endsWith(":00.000Z");
    parley
        .rest(2)
        .post(
            "/api/auth/login",
            Map.of(
                "username", alice.username(),
                "password", alice.password(),
                "device", Map.of("id", laptop.device(), "name", "Firefox on Linux")))
        .expect(200);
    assertThat(sessions(alice))
        .filteredOn(session -> session.path("deviceId").asText().equals(laptop.device()))
        .hasSize(2)
        .allSatisfy(
            session -> assertThat(session.path("deviceName").asText()).isEqualTo("Kitchen 🍳"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "a\\u0000b",
        "a\\u202eb",
        "a\\u2028b",
        "\\ud800",
        "12345678901234567890"
      })
  void aNameThatIsNoneIsRefused(String name, RunningParley parley) {
    Person alice = parley.newPerson(1);
    String long64 = name.startsWith("1") ? name.repeat(4) : name;
    Answer refused =
        alice
            .rest()
            .send(
                "PATCH",
                "/api/sessions/" + alice.session(),
                ("{\"deviceName\":\"" + long64 + "\"}").getBytes(UTF_8));
    assertProblem(refused, 400, "invalid-input");
  }

  @Test
  void nobodyNamesTheDevicesOfOthers(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person mallory = parley.newPerson(2);
    Map<String, String> name = Map.of("deviceName", "Mine");
    assertProblem(mallory.rest().patch("/api/sessions/" + alice.session(), name), 404, "not-found");
    assertProblem(mallory.rest().patch("/api/sessions/x", name), 404, "not-found");
    assertThat(sessions(alice).get(0).has("deviceName")).isFalse();
  }

  // The way to the server

  @Test
  void browsersAreToldToStayWithTlsWhereItIsSpoken(RunningParley parley) throws Exception {
    for (int instance = 1; instance <= RunningParley.INSTANCES; instance++) {
      for (String path : List.of("/", "/api/configuration", "/api/nothing")) {
        String answer =
            RawRequest.get(parley.url(instance), path, URI.create(RunningParley.PROXIED).getHost());
        assertThat(answer)
            .contains("Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n");
      }
      assertThat(RawRequest.get(parley.url(instance), "/", parley.url(instance).getAuthority()))
          .contains("Content-Security-Policy")
          .doesNotContain("Strict-Transport-Security");
    }
  }

  private static void move(RunningParley parley, Person who, String change) {
    try (var connection = parley.database();
        var update =
            connection.prepareStatement("UPDATE session SET " + change + " WHERE id = ?::uuid")) {
      update.setString(1, who.session());
      assertThat(update.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<JsonNode> sessions(Person who) {
    JsonNode items = who.rest().get("/api/sessions").expect(200).body().path("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  private static Answer refresh(RestClient instance, Person who) {
    return refresh(instance, who.refreshToken());
  }

  private static Answer refresh(RestClient instance, String token) {
    return instance.post("/api/auth/refresh", Map.of("refreshToken", token));
  }

  private static String token(Answer answer) {
    return answer.body().path("refreshToken").asText();
  }

  private static void assertReason(Answer answer, String reason) {
    assertProblem(answer, 401, "session-ended");
    assertThat(answer.body().path("reason").asText()).isEqualTo(reason);
  }

  private static void assertEnd(JsonNode bye, String reason) {
    assertThat(bye.path("code").asInt()).isEqualTo(4401);
    assertThat(bye.path("resume").asBoolean()).isTrue();
    assertThat(bye.path("reason").asText()).isEqualTo(reason);
  }
}
