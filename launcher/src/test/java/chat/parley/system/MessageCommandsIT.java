package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.AtOnce;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deleting, disappearing, hiding and scheduling, with one of the two on each instance. */
@ExtendWith(RunningParley.Extension.class)
class MessageCommandsIT {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String NOBODY = "0190a1b2-0000-7000-8000-00000000000f";

  private Person alice;
  private Person bob;
  private String conversation;
  private String stream;

  @BeforeEach
  void twoPeople(RunningParley parley) {
    alice = parley.newPerson(1);
    bob = parley.newPerson(2);
    conversation = alice.conversationWith(bob);
    stream = "c/" + conversation;
  }

  // Delete for everybody

  @Test
  void whatIsDeletedForEverybodyIsGoneForWhoStayedAndForWhoWasAway(RunningParley parley)
      throws SQLException {
    String secret = "secret " + Talk.cid();
    try (SocketClient a = alice.connect(Map.of())) {
      long kept = Talk.sent(a, conversation, "kept").path("seq").asLong();
      long first = Talk.sent(a, conversation, secret + " 1").path("seq").asLong();
      long second = Talk.sent(a, conversation, secret + " 2").path("seq").asLong();
      assertThat(storedBodies(parley)).isEqualTo(4);
      try (SocketClient stayed = bob.connect(Map.of())) {
        Talk.awaitTexts(stayed, stream, 3);
        JsonNode ok = purge(a, Talk.cid(), conversation, first, second);
        long place = ok.path("seq").asLong();
        assertThat(ok.path("type").asText()).as(ok.toString()).isEqualTo("ok");
        assertThat(place).isEqualTo(second + 1);
        stayed.awaitUntil(client -> Talk.seqs(client, stream).contains(place), "the purge");
        JsonNode told = entry(stayed, place);
        assertThat(told.path("kind").asText()).isEqualTo("message.purged");
        assertThat(told.path("by").asText()).isEqualTo(alice.id());
        assertThat(told.path("body").asText())
            .isEqualTo("{\"seqs\":[%d,%d]}".formatted(first, second));
      }
      try (SocketClient away = bob.connect(Map.of(stream, kept))) {
        away.awaitUntil(client -> Talk.seqs(client, stream).size() >= 3, "what was missed");
        assertThat(Talk.seqs(away, stream)).containsExactly(first, second, second + 1);
        for (long seq : List.of(first, second)) {
          JsonNode tombstone = entry(away, seq);
          assertThat(tombstone.has("body")).isFalse();
          assertThat(tombstone.path("kind").asText()).isEqualTo("message");
          assertThat(tombstone.path("by").asText()).isEqualTo(alice.id());
          assertThat(tombstone.path("hash").asText())
              .isEqualTo(entry(a, seq).path("hash").asText());
        }
        away.send(Map.of("type", "fetch", "id", "f", "stream", stream, "after", 0, "limit", 200));
        assertThat(away.answerTo("f").toString()).contains("kept").doesNotContain("secret");
        assertThat(away.seen().toString()).doesNotContain("secret");
      }
      for (Person each : List.of(alice, bob)) {
        assertThat(history(each).toString()).contains("kept").doesNotContain("secret");
      }
    }
    assertThat(storedBodies(parley)).as("of five entries two have none").isEqualTo(3);
  }

  @Test
  void deletingAgainIsNoFaultAndTheSameKeyIsAnsweredWithTheFirstResult() {
    try (SocketClient a = alice.connect(Map.of())) {
      long seq = Talk.sent(a, conversation, "x").path("seq").asLong();
      String cid = Talk.cid();
      JsonNode first = purge(a, cid, conversation, seq);
      JsonNode repeated = purge(a, cid, conversation, seq);
      JsonNode again = purge(a, Talk.cid(), conversation, seq);

      assertThat(first.has("dup")).isFalse();
      assertThat(repeated.path("dup").asBoolean()).isTrue();
      assertThat(repeated.path("seq")).isEqualTo(first.path("seq"));
      assertThat(repeated.path("at")).isEqualTo(first.path("at"));
      assertThat(again.path("seq").asLong()).isEqualTo(first.path("seq").asLong() + 1);
    }
  }

  @Test
  void nobodyDeletesWhatIsNotHisAndAllOrNothingIsDeleted(RunningParley parley) throws SQLException {
    Person mallory = parley.newPerson(1);
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient m = mallory.connect(Map.of())) {
      long hers = Talk.sent(a, conversation, "hers").path("seq").asLong();
      long his = Talk.sent(b, conversation, "his").path("seq").asLong();

      assertRefused(purge(b, Talk.cid(), conversation, his, hers), 403, "not-your-message");
      assertRefused(purge(b, Talk.cid(), conversation, 1), 400, "invalid-input");
      assertRefused(purge(b, Talk.cid(), conversation, his, his + 1), 400, "invalid-input");
      assertRefused(purge(m, Talk.cid(), conversation, hers), 404, "not-found");
      assertRefused(purge(m, Talk.cid(), conversation, 999), 404, "not-found");
      assertRefused(purge(b, Talk.cid(), NOBODY, his), 404, "not-found");
      assertThat(Talk.sent(a, conversation, "after").path("seq").asLong()).isEqualTo(his + 1);
    }
    assertThat(storedBodies(parley)).isEqualTo(4);
  }

  // Disappearing

  @Test
  void whatDisappearsIsShownUntilItsTimeAndThenNowhere(RunningParley parley) throws SQLException {
    String secret = "fleeting " + Talk.cid();
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      String cid = Talk.cid();
      Map<String, Object> frame = Talk.send("e", cid, conversation, secret);
      frame.put("expiresIn", 5);
      frame.put("notify", List.of(bob.id()));
      a.send(frame);
      JsonNode ok = a.answerTo("e");
      long seq = ok.path("seq").asLong();
      Instant end = Instant.parse(ok.path("at").asText()).plusSeconds(5);
      b.awaitUntil(client -> Talk.seqs(client, stream).contains(seq), "the message");
      assertThat(entry(b, seq).path("body").asText()).isEqualTo(secret);
      assertThat(Instant.parse(entry(b, seq).path("expiresAt").asText())).isEqualTo(end);
      assertThat(entry(b, seq).has("notify")).isFalse();

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(storedBodies(parley)).isEqualTo(1));
      assertThat(Instant.now()).isAfterOrEqualTo(end.minusMillis(1));
      for (Person each : List.of(alice, bob)) {
        assertThat(history(each).toString()).doesNotContain("fleeting");
      }
      try (SocketClient late = bob.signInAgain(parley.rest(1)).connect(Map.of())) {
        late.awaitUntil(client -> Talk.seqs(client, stream).contains(seq), "the tombstone");
        assertThat(entry(late, seq).has("body")).isFalse();
        assertThat(Instant.parse(entry(late, seq).path("expiresAt").asText())).isEqualTo(end);
        assertThat(entry(late, seq).path("hash")).isEqualTo(entry(b, seq).path("hash"));
      }
    }
  }

  // Delete for me

  @Test
  void whatIsHiddenIsToldToTheOwnDevicesAndToNobodyElse(RunningParley parley) {
    Person tablet = alice.signInAgain(parley.rest(2));
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient t = tablet.connect(Map.of())) {
      long seq = Talk.sent(b, conversation, "annoying").path("seq").asLong();
      hide(alice, conversation, List.of(seq, 1L)).expect(204);

      String own = "u/" + alice.id();
      for (SocketClient each : List.of(a, t)) {
        each.awaitUntil(
            client ->
                client.entries(own).stream()
                    .anyMatch(entry -> entry.path("kind").asText().equals("messages.hidden")),
            "what is hidden");
        assertThat(each.entries(own).get(each.entries(own).size() - 1).path("body").asText())
            .isEqualTo("{\"conversation\":\"%s\",\"seqs\":[1,%d]}".formatted(conversation, seq));
      }
      assertThat(history(alice).toString()).contains("annoying");
      assertThat(Talk.sent(a, conversation, "next").path("seq").asLong()).isEqualTo(seq + 1);
    }
    for (List<Long> wrong : List.of(List.<Long>of(), List.of(0L), List.of(99L), List.of(1L, 1L))) {
      hide(alice, conversation, wrong).expect(400);
    }
    hide(parley.newPerson(1), conversation, List.of(1L)).expect(404);
    hide(alice, NOBODY, List.of(1L)).expect(404);
  }

  // Scheduled

  @Test
  void whatIsScheduledIsSentOnceByEitherInstance(RunningParley parley) throws SQLException {
    Instant soon = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
    List<String> cids = IntStream.range(0, 12).mapToObj(i -> Talk.cid()).toList();
    List<String> texts = new ArrayList<>();
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      for (String cid : cids) {
        texts.add("later " + cid);
        JsonNode waiting = schedule(alice, cid, "later " + cid, soon).expect(201).body();
        assertThat(waiting.path("cid").asText()).isEqualTo(cid);
        assertThat(waiting.path("device").asText()).isEqualTo(alice.device());
        assertThat(Instant.parse(waiting.path("sendAt").asText())).isEqualTo(soon);
      }
      assertThat(
              schedule(alice, cids.get(0), "later", soon).expect(200).body().path("body").asText())
          .isEqualTo(texts.get(0));
      assertThat(listed(alice)).hasSize(12);
      assertThat(listed(bob)).isEmpty();
      assertThat(plainBodies(parley)).as("sealed at rest").isZero();

      Talk.awaitTexts(b, stream, 12);
      Talk.awaitTexts(a, stream, 12);
      assertThat(Talk.texts(b, stream)).containsExactlyInAnyOrderElementsOf(texts);
      for (JsonNode entry : a.entries(stream)) {
        if (entry.path("kind").asText().equals("message")) {
          assertThat(cids).contains(entry.path("cid").asText());
          assertThat(Instant.parse(entry.path("at").asText())).isAfterOrEqualTo(soon);
        }
      }
      assertThat(listed(alice)).isEmpty();
      assertThat(schedule(alice, cids.get(0), "later", soon).status()).isEqualTo(409);
      JsonNode dup = answer(a, Talk.send("d", cids.get(3), conversation, "by hand"));
      assertThat(dup.path("dup").asBoolean()).isTrue();
      assertThat(Talk.texts(history(bob).path("entries"))).hasSize(12).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatIsTakenBackIsNotSentAndNobodyElseTakesItBack() {
    Instant later = Instant.now().plusSeconds(3_600);
    JsonNode waiting = schedule(alice, Talk.cid(), "no", later).expect(201).body();
    String place = scheduled(conversation) + "/" + waiting.path("id").asText();
    assertThat(bob.rest().delete(place).status()).isEqualTo(404);
    assertThat(listed(alice)).hasSize(1);
    alice.rest().delete(place).expect(204);
    assertThat(alice.rest().delete(place).status()).isEqualTo(404);
    assertThat(listed(alice)).isEmpty();
  }

  @Test
  void whatCannotBeScheduledIsRefused(RunningParley parley) {
    Instant later = Instant.now().plusSeconds(3_600);
    Person mallory = parley.newPerson(1);
    assertThat(schedule(mallory, Talk.cid(), "x", later).status()).isEqualTo(404);
    assertThat(mallory.rest().get(scheduled(conversation)).status()).isEqualTo(404);
    for (Instant wrong : List.of(Instant.now(), Instant.EPOCH, later.plus(Duration.ofDays(366)))) {
      assertThat(schedule(alice, Talk.cid(), "x", wrong).status()).isEqualTo(400);
    }
    Map<String, Object> good = Map.of("cid", Talk.cid(), "body", "x", "sendAt", TIME.format(later));
    for (Map<String, Object> more :
        List.<Map<String, Object>>of(
            Map.of("body", ""),
            Map.of("cid", "x"),
            Map.of("sendAt", "tomorrow"),
            Map.of("expiresIn", 4),
            Map.of("mentions", List.of("x")),
            Map.of("mentions", Collections.nCopies(51, bob.id())),
            Map.of("other", 1))) {
      Map<String, Object> wish = new HashMap<>(good);
      wish.putAll(more);
      assertThat(alice.rest().post(scheduled(conversation), wish).status())
          .as(more.toString())
          .isEqualTo(400);
    }
    for (int i = 0; i < 97; i++) {
      schedule(alice, Talk.cid(), "x", later).expect(201);
    }
    List<Integer> answers = AtOnce.times(6, i -> schedule(alice, Talk.cid(), "x", later).status());
    assertThat(answers).containsExactlyInAnyOrder(201, 201, 201, 403, 403, 403);
  }

  @Test
  void theLongestMessageCanBeSentLaterAndNoLongerOne() {
    Instant later = Instant.now().plusSeconds(3_600);
    // In JSON each quotation mark is two bytes, so the request is longer than the message.
    String longest = "\"".repeat(40_000) + "x".repeat(25_536);
    JsonNode waiting = schedule(alice, Talk.cid(), longest, later).expect(201).body();
    assertThat(waiting.path("body").asText()).isEqualTo(longest);
    alice.rest().delete(scheduled(conversation) + "/" + waiting.path("id").asText()).expect(204);
    RestClient.Answer longer = schedule(alice, Talk.cid(), longest + "x", later).expect(400);
    assertThat(longer.problem()).isEqualTo("invalid-input");
  }

  private static String scheduled(String conversation) {
    return "/api/conversations/" + conversation + "/scheduled-messages";
  }

  private RestClient.Answer schedule(Person who, String cid, String text, Instant at) {
    return who.rest()
        .post(scheduled(conversation), Map.of("cid", cid, "body", text, "sendAt", TIME.format(at)));
  }

  private JsonNode listed(Person who) {
    return who.rest().get(scheduled(conversation)).expect(200).body().path("items");
  }

  private static RestClient.Answer hide(Person who, String conversation, List<Long> seqs) {
    return who.rest()
        .post("/api/conversations/" + conversation + "/hidden-messages", Map.of("seqs", seqs));
  }

  private static JsonNode purge(
      SocketClient socket, String cid, String conversation, long... seqs) {
    return answer(socket, Talk.purge(UUID.randomUUID().toString(), cid, conversation, seqs));
  }

  private static JsonNode answer(SocketClient socket, Map<String, Object> frame) {
    socket.send(frame);
    return socket.answerTo(String.valueOf(frame.get("id")));
  }

  private JsonNode entry(SocketClient socket, long seq) {
    return socket.entries(stream).stream()
        .filter(entry -> entry.path("seq").asLong() == seq)
        .findFirst()
        .orElseThrow();
  }

  private JsonNode history(Person who) {
    return who.rest()
        .get("/api/conversations/" + conversation + "/entries?after=0&limit=200")
        .expect(200)
        .body();
  }

  /** How many entries of the conversation have a body in the database. */
  private int storedBodies(RunningParley parley) throws SQLException {
    return count(
        parley,
        "SELECT count(body) FROM journal_entry WHERE stream_owner = '" + conversation + "'");
  }

  /** How many scheduled bodies of the conversation can be read in the database. */
  private int plainBodies(RunningParley parley) throws SQLException {
    return count(
        parley,
        "SELECT count(*) FROM message_scheduled WHERE position('later'::bytea IN body) > 0"
            + " AND conversation = '"
            + conversation
            + "'");
  }

  private static int count(RunningParley parley, String sql) throws SQLException {
    try (var connection = parley.database();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void assertRefused(JsonNode error, int status, String slug) {
    assertThat(error.path("problem").path("status").asInt()).as(error.toString()).isEqualTo(status);
    assertThat(error.path("problem").path("type").asText()).isEqualTo("urn:parley:problem:" + slug);
    assertThat(error.path("retry").asText()).isEqualTo("never");
  }
}
