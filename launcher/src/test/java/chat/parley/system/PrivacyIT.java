package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is no member of a conversation can do nothing with it, and cannot even tell it from one that
 * does not exist: the answers are the same to the byte, apart from the ids that they repeat.
 */
@ExtendWith(RunningParley.Extension.class)
class PrivacyIT {

  private static final String SECRET = "nobody else's business";

  private static Person alice;
  private static Person bob;
  private static Person mallory;
  private static String real;
  private static final String MADE_UP = UUID.randomUUID().toString();

  @BeforeAll
  static void aConversationOfOthers(RunningParley parley) {
    alice = parley.newPerson(1);
    bob = parley.newPerson(2);
    mallory = parley.newPerson(1);
    real = alice.conversationWith(bob);
    try (SocketClient socket = alice.connect(Map.of())) {
      Talk.sent(socket, real, SECRET);
      Talk.sent(socket, real, SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/conversations/$",
        "/api/conversations/$/entries",
        "/api/conversations/$/entries?after=0&limit=1",
        "/api/conversations/$/entries?before=2",
        "/api/conversations/$/entries?after=1000000",
      })
  void overRestAForeignConversationIsAnsweredLikeNone(String path) {
    RestClient.Answer foreign = mallory.rest().get(path.replace("$", real));
    RestClient.Answer none = mallory.rest().get(path.replace("$", MADE_UP));

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(none.status()).isEqualTo(404);
    assertThat(withoutIds(foreign.text(), real)).isEqualTo(withoutIds(none.text(), MADE_UP));
    assertThat(foreign.headers().map().keySet()).isEqualTo(none.headers().map().keySet());
    assertThat(alice.rest().get(path.replace("$", real)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'send','id':'1','cid':'#','conversation':'$','body':'let me in'}",
        "{'type':'fetch','id':'1','stream':'c/$','after':0,'limit':10}",
        "{'type':'fetch','id':'1','stream':'c/$','before':2,'limit':1}",
        "{'type':'ack','cursors':{'c/$':2}}",
        "{'type':'ack','cursors':{'c/$':1000000}}",
        "{'type':'mark','conversation':'$','read':2}",
        "{'type':'mark','conversation':'$','read':1000000}"
      })
  void onTheSocketAForeignConversationIsAnsweredLikeNone(String frame) {
    assertThat(answers(frame, real)).isEqualTo(answers(frame, MADE_UP));
  }

  @Test
  void aCursorInAForeignConversationBringsNothing() {
    List<String> foreign = welcome(Map.of("c/" + real, 1L));
    List<String> none = welcome(Map.of("c/" + MADE_UP, 1L));
    // Ahead of its log: were it looked up, this one would be refused.
    List<String> ahead = welcome(Map.of("c/" + real, 1_000_000L));

    assertThat(foreign).isEqualTo(none).isEqualTo(ahead);
  }

  @Test
  void theStreamsOfOtherPeopleAndDevicesAreClosed() {
    try (SocketClient socket = mallory.connect(Map.of())) {
      for (String stream : List.of("u/" + alice.id(), "d/" + alice.device(), "u/" + MADE_UP)) {
        socket.send(
            Map.of("type", "fetch", "id", stream, "stream", stream, "after", 0, "limit", 9));
        JsonNode answer = socket.answerTo(stream);
        assertThat(answer.path("problem").path("type").asText())
            .as(stream)
            .isEqualTo("urn:parley:problem:not-found");
      }
    }
  }

  @Test
  void whatAStrangerTriesLeavesNoTrace() {
    try (SocketClient socket = mallory.connect(Map.of())) {
      String cid = Talk.cid();
      socket.send(Talk.send(cid, cid, real, "let me in"));
      assertThat(socket.answerTo(cid).path("type").asText()).isEqualTo("error");
      socket.send(Map.of("type", "mark", "conversation", real, "read", 2));
      socket.send(Talk.ack("c/" + real, 2));
      // Frames of a connection are taken one after the other.
      socket.send(Map.of("type", "ping", "n", 1));
      socket.await("pong");
    }

    JsonNode seen = alice.rest().get("/api/conversations/" + real).expect(200).body();
    JsonNode entries =
        alice.rest().get("/api/conversations/" + real + "/entries").expect(200).body();
    assertThat(seen.toString()).contains(bob.id()).doesNotContain(mallory.id());
    assertThat(entries.toString()).contains(SECRET).doesNotContain(mallory.id(), "let me in");
    assertThat(mallory.rest().get("/api/conversations").expect(200).text())
        .doesNotContain(real, alice.id(), bob.id());
  }

  @Test
  void whatMembersSayReachesNobodyElse() {
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient m = mallory.connect(Map.of("c/" + real, 0L))) {
      long seq = Talk.sent(a, real, SECRET).path("seq").asLong();
      b.awaitUntil(
          client -> Talk.seqs(client, "c/" + real).contains(seq), "the message at its receiver");
      m.send(Map.of("type", "ping", "n", 1));
      m.await("pong");
      assertThat(m.seen().toString()).doesNotContain(SECRET, real, alice.id(), bob.id());
    }
  }

  /** Everything a connection is told between a frame and the answer to a later ping. */
  private static List<String> answers(String frame, String conversation) {
    try (SocketClient socket = mallory.connect(Map.of())) {
      socket.await("live");
      int before = socket.seen().size();
      socket.sendText(frame.replace("$", conversation).replace("#", Talk.cid()).replace('\'', '"'));
      if (frame.contains("'id'")) {
        socket.answerTo("1");
      }
      socket.send(Map.of("type", "ping", "n", 1));
      socket.await("pong");
      return socket.seen().stream()
          .skip(before)
          .filter(answer -> !answer.path("type").asText().equals("pong"))
          .map(answer -> withoutIds(answer.toString(), conversation))
          .toList();
    }
  }

  /** Everything a connection is told at its beginning. */
  private static List<String> welcome(Map<String, Long> cursors) {
    try (SocketClient socket = mallory.connect(cursors)) {
      socket.await("live");
      socket.send(Map.of("type", "ping", "n", 1));
      socket.await("pong");
      return socket.seen().stream()
          .filter(answer -> !answer.path("type").asText().equals("pong"))
          .map(
              answer ->
                  withoutIds(answer.toString(), MADE_UP)
                      .replaceAll("\"(connection|at|reauthBy)\":\"[^\"]*\"", ""))
          .toList();
    }
  }

  private static String withoutIds(String answer, String conversation) {
    return answer
        .replace(conversation, "$")
        .replaceAll("\"instance\":\"urn:uuid:[^\"]*\"", "\"instance\"");
  }
}
