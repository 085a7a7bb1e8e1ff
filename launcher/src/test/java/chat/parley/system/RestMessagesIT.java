package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.AtOnce;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that speak nothing but REST, and the people they talk to. */
@ExtendWith(RunningParley.Extension.class)
class RestMessagesIT {

  @Test
  void aProgramAndABrowserTalkOverTwoInstances(RunningParley parley) {
    Person program = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    program.conversationWith(bob);
    try (SocketClient browser = bob.connect(Map.of())) {
      JsonNode sent = send(program.rest(), bob.username(), "Hello, \"Bob\" ❤").body();
      String stream = "c/" + sent.path("conversationId").asText();
      Talk.awaitTexts(browser, stream, 1);
      JsonNode seen = browser.entries(stream).get(1);
      assertThat(body(seen).path("type").asText()).isEqualTo("text");
      assertThat(body(seen).path("text").asText()).isEqualTo("Hello, \"Bob\" ❤");
      assertThat(body(seen).path("salt").asText()).hasSize(22);
      assertThat(seen.path("by").asText()).isEqualTo(program.id());
      assertThat(seen.path("seq")).isEqualTo(sent.path("seq"));
      assertThat(seen.path("at")).isEqualTo(sent.path("timestamp"));

      Talk.sent(browser, stream.substring(2), "{\"type\":\"text\",\"text\":\"Hi\",\"salt\":\"x\"}");
      JsonNode answers = messages(program.rest(), "recipient=" + bob.id());
      assertThat(answers.path("items").get(0)).isEqualTo(sent);
      JsonNode second = answers.path("items").get(1);
      assertThat(second.path("senderId").asText()).isEqualTo(bob.id());
      assertThat(second.path("recipientId").asText()).isEqualTo(program.id());
      assertThat(second.path("content").asText()).isEqualTo("Hi");
      assertThat(second.path("type").asText()).isEqualTo("text");
      assertThat(second.path("seq").asLong()).isEqualTo(sent.path("seq").asLong() + 1);
      assertThat(second.path("messageId").asText()).isNotEqualTo(sent.path("messageId").asText());
      assertThat(answers.has("next")).isFalse();
    }
  }

  @Test
  void aRepeatWithTheSameKeyIsGivenTheFirstAnswerOnEveryInstanceAndAtOnce(RunningParley parley) {
    Person program = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    program.conversationWith(bob);
    String key = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    List<String> answers =
        AtOnce.times(
            8,
            i ->
                send(
                        program.rest().at(parley.url(1 + i % 2)).withHeader("Idempotency-Key", key),
                        bob.username(),
                        "once")
                    .text());
    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(messages(program.rest(), "recipient=" + bob.username()).path("items")).hasSize(1);
  }

  @Test
  void pagesGoBothWaysAndWithoutARecipientThroughEverything(RunningParley parley) {
    Person program = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    Person carol = parley.newPerson(2);
    program.conversationWith(bob);
    carol.conversationWith(program);
    IntStream.range(0, 7).forEach(i -> send(program.rest(), bob.username(), "to bob " + i));
    IntStream.range(0, 3).forEach(i -> send(carol.rest(), program.id(), "from carol " + i));

    JsonNode newest = messages(program.rest(), "recipient=" + bob.username() + "&limit=3");
    assertThat(contents(newest)).containsExactly("to bob 4", "to bob 5", "to bob 6");
    JsonNode older =
        messages(
            program.rest(),
            "recipient=%s&limit=3&before=%s".formatted(bob.id(), newest.path("next").asText()));
    assertThat(contents(older)).containsExactly("to bob 1", "to bob 2", "to bob 3");
    JsonNode later = messages(program.rest(), "recipient=" + bob.id() + "&limit=3&after=6");
    assertThat(contents(later)).containsExactly("to bob 5", "to bob 6");
    assertThat(later.has("next")).isFalse();

    List<String> all = new ArrayList<>();
    String after = "";
    int pages = 0;
    do {
      JsonNode page = messages(program.rest().at(parley.url(1 + pages % 2)), "limit=2" + after);
      all.addAll(contents(page));
      after = page.has("next") ? "&after=" + page.path("next").asText() : "";
      pages++;
    } while (!after.isEmpty());
    assertThat(all)
        .containsExactly(
            "from carol 0",
            "from carol 1",
            "from carol 2",
            "to bob 0",
            "to bob 1",
            "to bob 2",
            "to bob 3",
            "to bob 4",
            "to bob 5",
            "to bob 6");
    assertThat(pages).isGreaterThan(4);
    assertThat(messages(program.rest(), "limit=200").path("items")).hasSize(10);
  }

  @Test
  void whoCannotBeWrittenToIsAnsweredLikeNobody(RunningParley parley) {
    Person program = parley.newPerson(1);
    Person stranger = parley.newPerson(2);
    Set<String> answers = new HashSet<>();
    for (String nobody :
        List.of(
            "nobody-by-this-name", UUID.randomUUID().toString(), "7", "' OR 1=1 --", "Ünique")) {
      Answer answer =
          program.rest().post("/api/chat/send", Map.of("recipient", nobody, "message", "hello"));
      assertProblem(answer, 404, "not-found");
      answers.add(withoutInstance(answer));
    }
    for (String whom : List.of("nobody-by-this-name", stranger.username(), stranger.id())) {
      Answer answer = program.rest().get("/api/chat/messages?recipient=" + whom);
      assertProblem(answer, 404, "not-found");
      answers.add(withoutInstance(answer));
    }
    assertThat(answers).hasSize(1);
    for (String whom : List.of(stranger.username(), stranger.id())) {
      assertProblem(
          program.rest().post("/api/chat/send", Map.of("recipient", whom, "message", "hello")),
          403,
          "request-needed");
    }
    assertProblem(
        program
            .rest()
            .post("/api/chat/send", Map.of("recipient", program.username(), "message", "me")),
        400,
        "invalid-input");
  }

  @Test
  void messagesOfOthersAreNobodysBusiness(RunningParley parley) {
    Person program = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person mallory = parley.newPerson(2);
    program.conversationWith(bob);
    JsonNode sent = send(program.rest(), bob.username(), "between us").body();
    String foreign = sent.path("conversationId").asText();

    assertThat(messages(mallory.rest(), "limit=200").path("items")).isEmpty();
    Answer theirs = mallory.rest().get("/api/chat/messages?after=" + foreign + ".0");
    Answer none = mallory.rest().get("/api/chat/messages?after=" + UUID.randomUUID() + ".0");
    assertProblem(theirs, 404, "not-found");
    assertThat(withoutInstance(theirs)).isEqualTo(withoutInstance(none));
  }

  @Test
  void anEnvelopeOpensForItsOwnerOnEveryInstanceAndForNobodyElse(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person mallory = parley.newPerson(1);
    String text = "keep this ❤ ".repeat(3_000);
    String sealed =
        ada.rest()
            .post("/api/encrypt", Map.of("message", text))
            .expect(200)
            .body()
            .path("encryptedMessage")
            .asText();

    assertThat(sealed).doesNotContain("keep");
    Answer opened = decrypt(ada.rest().at(parley.url(2)), sealed).expect(200);
    assertThat(opened.body().path("message").asText()).isEqualTo(text);
    Answer foreign = decrypt(mallory.rest(), sealed);
    Answer rubbish = decrypt(mallory.rest(), "rubbish");
    assertProblem(foreign, 400, "invalid-input");
    assertThat(withoutInstance(foreign)).isEqualTo(withoutInstance(rubbish));
    for (String wrong :
        List.of(
            "B" + sealed.substring(1),
            sealed.substring(0, sealed.length() - 1),
            sealed.substring(0, 80) + (sealed.charAt(80) == 'A' ? 'B' : 'A') + sealed.substring(81),
            "",
            "*",
            "A".repeat(60_000))) {
      assertProblem(decrypt(ada.rest(), wrong), 400, "invalid-input");
    }
    assertProblem(
        ada.rest().post("/api/encrypt", Map.of("message", "x".repeat(48_001))),
        400,
        "invalid-input");
    assertProblem(
        parley.rest(1).post("/api/encrypt", Map.of("message", "x")), 401, "unauthenticated");
    assertProblem(decrypt(parley.rest(1), sealed), 401, "unauthenticated");
  }

  @Test
  void whoEncryptsWithoutPauseIsAskedToWaitAndNobodyElseIs(RunningParley parley) {
    Person busy = parley.newPerson(1);
    Answer last = busy.rest().post("/api/encrypt", Map.of("message", "x"));
    for (int i = 0; i < 2_000 && last.status() == 200; i++) {
      last = busy.rest().post("/api/encrypt", Map.of("message", "x"));
    }
    assertProblem(last, 429, "too-many-requests");
    assertThat(last.header("Retry-After")).isNotNull();
    parley.newPerson(1).rest().post("/api/encrypt", Map.of("message", "x")).expect(200);
  }

  @Test
  void whoSearchesWithoutPauseIsAskedToWait(RunningParley parley) {
    Person busy = parley.newPerson(1);
    // One limit for all of them; it grows again while a slow machine asks.
    for (String path :
        List.of(
            "/api/people?username=a&limit=1",
            "/api/users?username=a&limit=1",
            "/api/users/" + busy.username())) {
      Answer last = busy.rest().get(path);
      for (int i = 0; i < 2_000 && last.status() == 200; i++) {
        last = busy.rest().get(path);
      }
      assertProblem(last, 429, "too-many-requests");
    }
    parley.newPerson(1).rest().get("/api/users/" + busy.username()).expect(200);
  }

  @Test
  void peopleAreFoundByNameOrId(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    for (String name : List.of(bob.username(), bob.username().toUpperCase(Locale.ROOT), bob.id())) {
      JsonNode found = ada.rest().get("/api/users/" + name).expect(200).body();
      assertThat(found.path("id").asText()).isEqualTo(bob.id());
      assertThat(found.path("username").asText()).isEqualTo(bob.username());
    }
    assertThat(ada.rest().get("/api/users?username=" + bob.username()).expect(200).body())
        .isEqualTo(ada.rest().get("/api/people?username=" + bob.username()).expect(200).body());
    assertProblem(ada.rest().get("/api/users"), 400, "invalid-input");
    assertProblem(ada.rest().get("/api/users/nobody-by-this-name"), 404, "not-found");
    assertProblem(parley.rest(1).get("/api/users/" + bob.id()), 401, "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"recipient\":\"someone\"}",
        "{\"message\":\"hello\"}",
        "{\"recipient\":\"someone\",\"message\":7}",
        "{\"recipient\":[\"someone\"],\"message\":\"hello\"}",
        "{\"recipient\":\"someone\",\"message\":\"hello\",\"senderId\":\"me\"}",
        "{\"recipient\":\"$\",\"message\":\"\"}",
        "{\"recipient\":\"$\",\"message\":\" \\n\"}",
        "{\"recipient\":\"$\",\"message\":\"\\u0000\"}",
        "{\"recipient\":\"$\",\"message\":\"\\ud800\"}"
      })
  void aMessageThatCannotBeIsRefused(String body, RunningParley parley) {
    Person program = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    program.conversationWith(bob);
    Answer answer =
        program
            .rest()
            .send("POST", "/api/chat/send", body.replace("$", bob.username()).getBytes(UTF_8));
    assertProblem(answer, 400, "invalid-input");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?limit=0",
        "?limit=201",
        "?before=3",
        "?after=7",
        "?after=x.1",
        "?after=0198c5f0-0000-7000-8000-000000000000",
        "?after=0198c5f0-0000-7000-8000-000000000000.x",
        "?after=0198c5f0-0000-7000-8000-000000000000.9999999999999999",
        "?recipient=$&after=1&before=2",
        "?recipient=$&before=0",
        "?recipient=$&after=-1",
        "?recipient=$&after=1e3"
      })
  void aPageThatCannotBeIsRefused(String query, RunningParley parley) {
    Person program = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    program.conversationWith(bob);
    assertProblem(
        program.rest().get("/api/chat/messages" + query.replace("$", bob.username())),
        400,
        "invalid-input");
  }

  @Test
  void aKeyThatIsNoUuidIsRefusedAndNothingIsSent(RunningParley parley) {
    Person program = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    program.conversationWith(bob);
    Answer answer =
        program
            .rest()
            .withHeader("Idempotency-Key", "1")
            .post("/api/chat/send", Map.of("recipient", bob.username(), "message", "hello"));
    assertProblem(answer, 400, "invalid-input");
    assertThat(messages(program.rest(), "recipient=" + bob.username()).path("items")).isEmpty();
  }

  private static Answer send(RestClient rest, String recipient, String text) {
    return rest.post("/api/chat/send", Map.of("recipient", recipient, "message", text)).expect(200);
  }

  private static Answer decrypt(RestClient rest, String sealed) {
    return rest.post("/api/decrypt", Map.of("encryptedMessage", sealed));
  }

  private static JsonNode messages(RestClient rest, String query) {
    return rest.get("/api/chat/messages?" + query).expect(200).body();
  }

  private static List<String> contents(JsonNode page) {
    List<String> contents = new ArrayList<>();
    page.path("items").forEach(item -> contents.add(item.path("content").asText()));
    return contents;
  }

  private static JsonNode body(JsonNode entry) {
    try {
      return RestClient.JSON.readTree(entry.path("body").asText());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String withoutInstance(Answer answer) {
    return answer.text().replaceAll("\"instance\":\"[^\"]*\"", "");
  }
}
