package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Person;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is there, and who may know it. */
@ExtendWith(RunningParley.Extension.class)
class PresenceIT {

  @Test
  void whoIsOnTheScreenIsToldOverInstancesAndOverRest(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    try (SocketClient a = alice.connect(Map.of())) {
      show(a, conversation, bob);
      assertThat(next(a, bob).has("state")).as("bob is not there").isFalse();
      try (SocketClient b = bob.connect(Map.of())) {
        b.send(Map.of("type", "presence", "state", "active"));
        JsonNode came = nextIn("active", a, bob);
        assertThat(came.path("ttl").asLong()).isEqualTo(150);
        assertThat(presence(alice, conversation).path("state").asText()).isEqualTo("active");
        b.send(Map.of("type", "presence", "state", "away"));
        nextIn("away", a, bob);
      }
      assertThat(gone(a, bob).has("state")).isFalse();
      JsonNode now = presence(alice, conversation);
      assertThat(now.has("state")).isFalse();
      assertThat(now.path("lastSeen").asText()).endsWith(":00.000Z");
    }
  }

  @Test
  void whoSharesNothingIsToldNothing(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    Person eve = parley.newPerson(1);
    String conversation = alice.conversationWith(bob);
    String own = eve.conversationWith(alice);
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient e = eve.connect(Map.of())) {
      b.send(Map.of("type", "presence", "state", "active"));
      a.send(Map.of("type", "presence", "state", "active"));
      e.send(
          Map.of(
              "type",
              "focus",
              "open",
              List.of(),
              "people",
              Map.of(conversation, List.of(alice.id(), bob.id()), own, List.of(bob.id()))));
      show(a, conversation, bob);
      nextIn("active", a, bob);
      show(e, own, alice);
      next(e, alice);

      assertThat(signalsOf(e, bob)).isEmpty();
    }
  }

  @Test
  void whoHidesIsNotThereAndSeesNobody(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      a.send(Map.of("type", "presence", "state", "active"));
      b.send(Map.of("type", "presence", "state", "active"));
      show(a, conversation, bob);
      a.await("signal", signal -> signal.path("state").asText().equals("active"));

      bob.rest().patch("/api/account/settings", Map.of("lastSeen", "nobody")).expect(200);

      b.await("entry", entry -> entry.path("kind").asText().equals("settings.changed"));
      gone(a, bob);
      assertThat(presence(alice, conversation).isMissingNode()).isTrue();
      assertThat(presence(bob, conversation).isMissingNode()).isTrue();
      show(b, conversation, alice);
      b.send(Map.of("type", "presence", "state", "away"));
      Talk.sent(b, conversation, "hidden");
      assertThat(signalsOf(b, alice)).isEmpty();

      bob.rest().patch("/api/account/settings", Map.of("lastSeen", "everyone")).expect(200);
      nextIn("away", a, bob);
    }
  }

  @Test
  void whatIsReadPrivatelyIsOnlyDeliveredForOthersAndReadOnAllOwnDevices(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person laptop = bob.signInAgain(parley.rest(1));
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient l = laptop.connect(Map.of())) {
      long first = Talk.sent(a, conversation, "for bob").path("seq").asLong();
      Talk.awaitTexts(b, stream, 1);
      b.send(Map.of("type", "mark", "conversation", conversation, "read", first, "private", true));
      Talk.awaitMark(l, conversation, bob.id(), "read", first);
      Talk.awaitMark(a, conversation, bob.id(), "delivered", first);

      bob.rest().patch("/api/account/settings", Map.of("readReceipts", "nobody")).expect(200);
      long second = Talk.sent(a, conversation, "again").path("seq").asLong();
      Talk.awaitTexts(b, stream, 2);
      b.send(Map.of("type", "mark", "conversation", conversation, "read", second));
      a.send(Map.of("type", "mark", "conversation", conversation, "read", second));
      Talk.awaitMark(l, conversation, bob.id(), "read", second);
      Talk.awaitMark(a, conversation, bob.id(), "delivered", second);
      Talk.awaitMark(a, conversation, alice.id(), "read", second);
      Talk.awaitMark(l, conversation, alice.id(), "delivered", second);

      assertThat(readBy(bob, alice, conversation)).as("over REST").isZero();
      assertThat(readBy(bob, laptop, conversation)).isEqualTo(second);
      assertThat(readBy(alice, bob, conversation)).as("who hides is not told").isZero();
      JsonNode polled = alice.rest().post("/api/sync", Map.of()).expect(200).body();
      assertThat(reads(polled.path("marks"), bob)).containsOnly(0L);
      for (JsonNode frame : a.seen()) {
        assertThat(reads(frame, bob)).allMatch(read -> read == 0);
      }
    }
  }

  private static long readBy(Person reader, Person viewer, String conversation) {
    JsonNode found = viewer.rest().get("/api/conversations/" + conversation).expect(200).body();
    return reads(found.path("watermarks"), reader).stream().findFirst().orElse(0L);
  }

  /** What is told of somebody, anywhere in there. */
  private static List<Long> reads(JsonNode told, Person reader) {
    return told.findParents("delivered").stream()
        .filter(mark -> mark.path("user").asText().equals(reader.id()))
        .map(mark -> mark.path("read").asLong())
        .toList();
  }

  @Test
  void choicesAreKeptAndWhatIsNoneIsRefused(RunningParley parley) {
    Person alice = parley.newPerson(1);
    String settings = "/api/account/settings";
    JsonNode first = alice.rest().get(settings).expect(200).body();
    assertThat(first.path("readReceipts").asText()).isEqualTo("everyone");
    assertThat(first.path("lastSeen").asText()).isEqualTo("everyone");

    alice.rest().patch(settings, Map.of("readReceipts", "nobody")).expect(200);

    JsonNode changed = alice.rest().at(parley.url(2)).get(settings).expect(200).body();
    assertThat(changed.path("readReceipts").asText()).isEqualTo("nobody");
    assertThat(changed.path("lastSeen").asText()).isEqualTo("everyone");
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("lastSeen", "friends"), Map.of("lastSeen", true), Map.of("seen", "nobody"))) {
      assertThat(alice.rest().patch(settings, wrong).expect(400).problem())
          .isEqualTo("invalid-input");
    }
    parley.rest(1).get(settings).expect(401);
  }

  static void show(SocketClient socket, String conversation, Person person) {
    socket.send(
        Map.of(
            "type",
            "focus",
            "open",
            List.of(conversation),
            "people",
            Map.of(conversation, List.of(person.id()))));
  }

  /** The next that is told of somebody. */
  private static JsonNode next(SocketClient socket, Person person) {
    return told(socket, person, signal -> true);
  }

  /** The next by which somebody is in this state; what was so before may be told more than once. */
  private static JsonNode nextIn(String state, SocketClient socket, Person person) {
    return told(socket, person, signal -> signal.path("state").asText().equals(state));
  }

  /** The next by which somebody is not there any more. */
  static JsonNode gone(SocketClient socket, Person person) {
    return told(socket, person, signal -> signal.path("ttl").asLong() == 0);
  }

  private static JsonNode told(SocketClient socket, Person person, Predicate<JsonNode> fits) {
    return socket.await(
        "signal",
        signal ->
            signal.path("kind").asText().equals("presence")
                && signal.path("by").asText().equals(person.id())
                && fits.test(signal));
  }

  private static List<JsonNode> signalsOf(SocketClient socket, Person person) {
    return socket.seen().stream()
        .filter(frame -> frame.path("type").asText().equals("signal"))
        .filter(frame -> frame.path("by").asText().equals(person.id()))
        .toList();
  }

  private static JsonNode presence(Person viewer, String conversation) {
    return viewer
        .rest()
        .get("/api/conversations/" + conversation)
        .expect(200)
        .body()
        .path("presence");
  }
}
