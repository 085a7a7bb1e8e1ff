package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people who talk, on two instances. */
@ExtendWith(RunningParley.Extension.class)
class ChatIT {

  @Test
  void messagesAndTicksCrossInstancesBothWays(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      String conversation = alice.conversationWith(bob);
      String stream = "c/" + conversation;
      b.awaitUntil(
          client ->
              client.entries("u/" + bob.id()).stream()
                  .anyMatch(entry -> entry.path("kind").asText().equals("conversation.opened")),
          "the news of the conversation");
      b.await("live", live -> live.path("stream").asText().equals(stream));
      a.await("live", live -> live.path("stream").asText().equals(stream));

      long first = Talk.sent(a, conversation, "Are you there? ❤ \"quoted\"").path("seq").asLong();
      JsonNode seenByBob = b.await("entry", entry -> is(entry, stream, first));
      assertThat(seenByBob.path("body").asText()).isEqualTo("Are you there? ❤ \"quoted\"");
      assertThat(seenByBob.path("by").asText()).isEqualTo(alice.id());
      assertThat(seenByBob.has("cid")).isFalse();
      assertThat(seenByBob.has("device")).isFalse();
      JsonNode seenByAlice = a.await("entry", entry -> is(entry, stream, first));
      assertThat(seenByAlice.path("device").asText()).isEqualTo(alice.device());
      assertThat(seenByAlice.has("cid")).isTrue();
      assertThat(seenByAlice.path("hash")).isEqualTo(seenByBob.path("hash"));

      b.send(Talk.ack(stream, first));
      Talk.awaitMark(a, conversation, bob.id(), "delivered", first);
      b.send(Map.of("type", "mark", "conversation", conversation, "read", first));
      Talk.awaitMark(a, conversation, bob.id(), "read", first);

      long second = Talk.sent(b, conversation, "I am.").path("seq").asLong();
      assertThat(second).isEqualTo(first + 1);
      Talk.awaitTexts(a, stream, 2);
      Talk.awaitTexts(b, stream, 2);
      assertThat(Talk.texts(a, stream)).isEqualTo(Talk.texts(b, stream));
    }
  }

  @Test
  void typingIsToldToTheOthersOfTheConversationOnEveryInstance(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person eve = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient e = eve.connect(Map.of())) {
      a.await("live", live -> live.path("stream").asText().equals(stream));
      b.await("live", live -> live.path("stream").asText().equals(stream));

      e.send(Map.of("type", "typing", "conversation", conversation, "on", true));
      a.send(Map.of("type", "typing", "conversation", conversation, "on", true));
      JsonNode begun = b.await("signal");
      assertThat(begun.path("kind").asText()).isEqualTo("typing");
      assertThat(begun.path("stream").asText()).isEqualTo(stream);
      assertThat(begun.path("by").asText()).isEqualTo(alice.id());
      assertThat(begun.path("ttl").asLong()).isEqualTo(6);
      a.send(Map.of("type", "typing", "conversation", conversation, "on", false));
      assertThat(b.await("signal").path("ttl").asLong()).isZero();

      Talk.sent(a, conversation, "now it is written");
      Talk.awaitTexts(b, stream, 1);
      assertThat(signals(a)).isEmpty();
      assertThat(signals(e)).isEmpty();
      assertThat(signals(b)).hasSize(2);
    }
  }

  private static List<JsonNode> signals(SocketClient socket) {
    return socket.seen().stream()
        .filter(frame -> frame.path("type").asText().equals("signal"))
        .toList();
  }

  @Test
  void whatWasSentWhileSomebodyWasAwayComesByCursorOnAnyInstance(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    try (SocketClient a = alice.connect(Map.of())) {
      long seen;
      try (SocketClient b = bob.connect(Map.of())) {
        seen = Talk.sent(a, conversation, "before").path("seq").asLong();
        Talk.awaitTexts(b, stream, 1);
        b.send(Talk.ack(stream, seen));
      }
      IntStream.range(0, 150).forEach(i -> Talk.sent(a, conversation, "while away " + i));

      try (SocketClient b = bob.connect(parley.rest(1), Map.of(stream, seen))) {
        JsonNode welcome = b.seen().get(0);
        assertThat(welcome.path("heads").path(stream).asLong()).isEqualTo(seen + 150);
        Talk.readAll(b, stream, seen, seen + 150);
        JsonNode live = b.await("live", frame -> frame.path("stream").asText().equals(stream));
        assertThat(live.path("seq").asLong()).isEqualTo(seen + 150);
        assertThat(Talk.texts(b, stream))
            .isEqualTo(IntStream.range(0, 150).mapToObj(i -> "while away " + i).toList());
      }
    }
  }

  @Test
  void pagesOfEverySizeHaveEveryEntryOnceAndSayWhenTheyEnd(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    try (SocketClient socket = alice.connect(Map.of())) {
      long head = 0;
      for (int i = 0; i < 130; i++) {
        head = Talk.sent(socket, conversation, "m" + i).path("seq").asLong();
      }
      for (long limit : List.of(20L, 63L, 64L, 65L, head - 1, head, head + 1)) {
        assertThat(backwards(socket, conversation, head, limit))
            .as("backwards by %d", limit)
            .isEqualTo(upTo(head));
        assertThat(forwards(socket, conversation, head, limit))
            .as("forwards by %d", limit)
            .isEqualTo(upTo(head));
      }
    }
  }

  private static List<Long> backwards(
      SocketClient socket, String conversation, long head, long limit) {
    List<Long> seqs = new ArrayList<>();
    long before = head + 1;
    while (before > 1) {
      JsonNode page = fetched(socket, conversation, Map.of("before", before, "limit", limit));
      seqs.addAll(0, seqsOf(page));
      before = seqs.get(0);
      assertThat(page.path("more").asBoolean()).as("more before %d", before).isEqualTo(before > 1);
    }
    return seqs;
  }

  private static List<Long> forwards(
      SocketClient socket, String conversation, long head, long limit) {
    List<Long> seqs = new ArrayList<>();
    long after = 0;
    while (after < head) {
      JsonNode page = fetched(socket, conversation, Map.of("after", after, "limit", limit));
      seqs.addAll(seqsOf(page));
      after = seqs.get(seqs.size() - 1);
      assertThat(page.path("more").asBoolean()).as("more after %d", after).isEqualTo(after < head);
    }
    return seqs;
  }

  private static JsonNode fetched(
      SocketClient socket, String conversation, Map<String, Object> range) {
    Map<String, Object> frame = new HashMap<>(range);
    frame.putAll(Map.of("type", "fetch", "id", Talk.cid(), "stream", "c/" + conversation));
    socket.send(frame);
    JsonNode page = socket.answerTo((String) frame.get("id"));
    assertThat(page.path("entries")).as("a page in the middle of the log").isNotEmpty();
    return page;
  }

  private static List<Long> seqsOf(JsonNode page) {
    List<Long> seqs = new ArrayList<>();
    page.path("entries").forEach(entry -> seqs.add(entry.path("seq").asLong()));
    return seqs;
  }

  @Test
  void secondDeviceGetsTheWholeHistoryInOrder(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    try (SocketClient a = alice.connect(Map.of())) {
      for (int i = 0; i < 20; i++) {
        Talk.sent(a, conversation, "m" + i);
      }
      Person again = alice.signInAgain(parley.rest(2));
      assertThat(again.device()).isNotEqualTo(alice.device());
      try (SocketClient second = again.connect(Map.of())) {
        Talk.awaitTexts(second, stream, 20);
        assertThat(Talk.seqs(second, stream)).isEqualTo(upTo(21));
        assertThat(second.entries(stream)).noneMatch(entry -> entry.has("cid"));

        second.send(Map.of("type", "fetch", "id", "f", "stream", stream, "before", 12, "limit", 5));
        JsonNode page = second.answerTo("f");
        assertThat(page.path("more").asBoolean()).isTrue();
        assertThat(Talk.texts(page.path("entries"))).containsExactly("m5", "m6", "m7", "m8", "m9");
        RestClient.Answer rest =
            again.rest().get("/api/conversations/" + conversation + "/entries?before=12&limit=5");
        assertThat(rest.expect(200).body().path("entries")).isEqualTo(page.path("entries"));
      }
    }
  }

  @Test
  void repeatIsAnsweredWithTheFirstResultOnTheOtherInstance(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    String conversation = alice.conversationWith(bob);
    String cid = Talk.cid();
    JsonNode first;
    try (SocketClient one = alice.connect(parley.rest(1), Map.of())) {
      one.send(Talk.send("1", cid, conversation, "once"));
      first = one.answerTo("1");
    }
    try (SocketClient two = alice.connect(parley.rest(2), Map.of())) {
      two.send(Talk.send("2", cid, conversation, "once"));
      JsonNode repeat = two.answerTo("2");
      assertThat(repeat.path("dup").asBoolean()).isTrue();
      assertThat(repeat.path("seq")).isEqualTo(first.path("seq"));
      assertThat(repeat.path("at")).isEqualTo(first.path("at"));
    }
  }

  @Test
  void windowBoundsWhatIsSentUntilItIsAcknowledged(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      Talk.awaitTexts(b, stream, 0);
      for (int i = 0; i < 200; i++) {
        long seq = Talk.sent(a, conversation, "m" + i).path("seq").asLong();
        a.send(Talk.ack(stream, seq));
      }
      b.send(Map.of("type", "ping", "n", 1));
      b.await("pong");
      int before = Talk.seqs(b, stream).size();
      assertThat(before).isLessThanOrEqualTo(64);

      Talk.readAll(b, stream, 0, 201);
      assertThat(Talk.seqs(b, stream)).isEqualTo(upTo(201));
    }
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static boolean is(JsonNode entry, String stream, long seq) {
    return entry.path("stream").asText().equals(stream) && entry.path("seq").asLong() == seq;
  }
}
