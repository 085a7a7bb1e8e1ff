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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The loop of the socket without a socket. */
@ExtendWith(RunningParley.Extension.class)
class SyncIT {

  private static final String SYNC = "/api/sync";

  @Test
  void givesEverythingAfterTheCursorsInOrderPageByPageOnAnyInstance(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String stream = "c/" + alice.conversationWith(bob);
    try (SocketClient a = alice.connect(Map.of())) {
      IntStream.range(0, 30).forEach(i -> Talk.sent(a, stream.substring(2), "m" + i));
    }
    Map<String, Long> cursors = new HashMap<>();
    List<Long> seqs = new ArrayList<>();
    boolean more = true;
    for (int round = 0; more; round++) {
      RestClient instance = bob.rest().at(parley.url(1 + round % 2));
      JsonNode answer = sync(instance, Map.of("cursors", cursors, "limit", 10));
      answer
          .path("entries")
          .forEach(
              entry -> {
                String of = entry.path("stream").asText();
                long seq = entry.path("seq").asLong();
                assertThat(seq).isEqualTo(cursors.getOrDefault(of, 0L) + 1);
                cursors.put(of, seq);
                if (of.equals(stream)) {
                  seqs.add(seq);
                }
              });
      assertThat(answer.path("entries").size()).isLessThanOrEqualTo(10);
      assertThat(answer.path("heads").path(stream).asLong()).isEqualTo(31);
      more = answer.path("more").asBoolean();
    }
    assertThat(seqs).isEqualTo(LongStream.rangeClosed(1, 31).boxed().toList());
  }

  @Test
  void waitsForWhatComesAndAcknowledgesWhatIsStored(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    JsonNode first = sync(bob.rest(), Map.of());
    Map<String, Object> next = after(first);
    try (SocketClient a = alice.connect(Map.of())) {
      CompletableFuture<JsonNode> waiting =
          CompletableFuture.supplyAsync(() -> sync(bob.rest(), with(next, "wait", 25)));

      long seq = Talk.sent(a, conversation, "for one who waits").path("seq").asLong();

      JsonNode answer = waiting.orTimeout(20, TimeUnit.SECONDS).join();
      assertThat(Talk.texts(answer.path("entries"))).containsExactly("for one who waits");
      Map<String, Object> acknowledged = with(after(answer), "ack", Map.of(stream, seq));
      sync(bob.rest(), acknowledged);
      Talk.awaitMark(a, conversation, bob.id(), "delivered", seq);
    }
  }

  @Test
  void watermarksAreToldOnceAndWhenTheyMove(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    long seq;
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      seq = Talk.sent(a, conversation, "to be read").path("seq").asLong();
      Map<String, Object> known = after(sync(alice.rest(), Map.of()));
      CompletableFuture<JsonNode> waiting =
          CompletableFuture.supplyAsync(() -> sync(alice.rest(), with(known, "wait", 25)));
      Talk.awaitTexts(b, "c/" + conversation, 1);
      b.send(Map.of("type", "mark", "conversation", conversation, "read", seq));

      JsonNode moved = waiting.orTimeout(20, TimeUnit.SECONDS).join();
      assertThat(moved.path("marks").findValuesAsText("conversation")).contains(conversation);
      Talk.awaitMark(a, conversation, bob.id(), "read", seq);
      JsonNode again = sync(alice.rest(), after(sync(alice.rest(), Map.of())));
      assertThat(again.path("marks")).isEmpty();
      assertThat(again.path("entries")).isEmpty();
    }
  }

  @Test
  void whoIsNoMemberGetsNothingAndForeignCursorsAreResynchronised(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    Person eve = parley.newPerson(1);
    String stream = "c/" + alice.conversationWith(bob);

    JsonNode nothing =
        sync(eve.rest(), Map.of("cursors", Map.of(stream, 0), "ack", Map.of(stream, 1)));

    assertThat(nothing.path("entries")).isEmpty();
    assertThat(nothing.path("heads").has(stream)).isFalse();
    RestClient.Answer otherLog =
        alice
            .rest()
            .post(SYNC, Map.of("generation", "0190a1b2-0000-7000-8000-000000000001"))
            .expect(409);
    assertThat(otherLog.problem()).isEqualTo("resync-needed");
    assertThat(
            alice.rest().post(SYNC, Map.of("cursors", Map.of(stream, 1_000))).expect(409).problem())
        .isEqualTo("resync-needed");
  }

  @Test
  void whatIsOutOfBoundsIsRefused(RunningParley parley) {
    RestClient alice = parley.newPerson(1).rest();
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("wait", 26),
            Map.of("wait", -1),
            Map.of("limit", 0),
            Map.of("limit", 201),
            Map.of("cursors", Map.of("x/1", 1)),
            Map.of("ack", Map.of("c/0190a1b2-0000-7000-8000-000000000001", -1)),
            Map.of("marksVersion", "x".repeat(41)))) {
      assertThat(alice.post(SYNC, wrong).expect(400).problem())
          .as(wrong.toString())
          .isEqualTo("invalid-input");
    }
    parley.rest(1).post(SYNC, Map.of()).expect(401);
  }

  @Test
  void whoAsksAgainAndAgainEndsHisOldestAndSignOutEndsTheRest(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person phone = alice.signInAgain(parley.rest(1));
    Map<String, Object> idle = with(after(sync(alice.rest(), Map.of())), "wait", 25);
    List<CompletableFuture<RestClient.Answer>> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      waiting.add(CompletableFuture.supplyAsync(() -> alice.rest().post(SYNC, idle)));
    }
    CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new))
        .orTimeout(15, TimeUnit.SECONDS)
        .join();
    assertThat(waiting.stream().filter(CompletableFuture::isDone)).hasSize(1);

    phone.rest().delete("/api/sessions/" + alice.session()).expect(204);

    assertThat(
            waiting.stream()
                .map(each -> each.orTimeout(15, TimeUnit.SECONDS).join().status())
                .toList())
        .containsExactlyInAnyOrder(200, 401, 401);
  }

  private static JsonNode sync(RestClient client, Map<String, Object> request) {
    return client.post(SYNC, request).expect(200).body();
  }

  /** The next request: everything of the answer is stored. */
  private static Map<String, Object> after(JsonNode answer) {
    Map<String, Object> next = new LinkedHashMap<>();
    next.put("generation", answer.path("generation"));
    next.put("cursors", answer.path("heads"));
    next.put("marksVersion", answer.path("marksVersion"));
    return next;
  }

  private static Map<String, Object> with(Map<String, Object> request, String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(request);
    more.put(name, value);
    return more;
  }
}
