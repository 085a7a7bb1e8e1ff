package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.HandBook;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.Shell;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page that shows how to talk with curl is right, to the letter. */
@ExtendWith(RunningParley.Extension.class)
class RestByHandIT {

  /** What the page says where somebody accepts a chat request. */
  private static final String ACCEPT = "*Accept*";

  private static final Path PAGE = RunningParley.project().resolve("docs/protocol/rest-by-hand.md");

  @Test
  void theCommandsOfThePageGiveTheAnswersOfThePageAndReachABrowser(
      RunningParley parley, @TempDir Path folder) {
    Person bob = parley.newPerson(2);
    String ada = "ada" + new BigInteger(60, new SecureRandom()).toString(36);
    try (SocketClient browser = bob.connect(Map.of());
        Shell shell =
            new Shell(
                folder,
                Map.of("PARLEY", parley.url(1).toString(), "BOB", bob.username(), "ADA", ada))) {
      List<String> said = new ArrayList<>();
      for (HandBook.Step step : HandBook.steps(PAGE)) {
        if (ACCEPT.equals(step.line())) {
          acceptAll(bob);
          continue;
        }
        if (step.line() != null) {
          String stream = newestConversation(browser, said.size() + 1);
          Talk.sent(browser, stream.substring(2), text(step.line()));
          said.add(step.line());
          continue;
        }
        String printed = shell.run(String.valueOf(step.command()));
        if (step.answer() != null) {
          assertThat(HandBook.differences(step.answer(), printed)).as(step.command()).isEmpty();
        }
      }
      assertThat(said).isNotEmpty();
      String talk = "c/" + conversationWith(bob, ada);
      Talk.awaitTexts(browser, talk, 3);
      assertThat(Talk.texts(browser, talk).stream().map(RestByHandIT::textOf))
          .containsExactly("Hello from a terminal!", "Once.", "Hello from a browser!");
    }
  }

  @Test
  void anAnswerThatIsNotThePagesIsNoticed() {
    assertThat(HandBook.differences("{\"a\":\"…\",\"b\":[1]}", "{\"a\":\"x\",\"b\":[1]}"))
        .isEmpty();
    for (String other :
        List.of(
            "{\"a\":\"\",\"b\":[1]}",
            "{\"a\":1,\"b\":[1]}",
            "{\"a\":\"x\",\"b\":[2]}",
            "{\"a\":\"x\",\"b\":[1,1]}",
            "{\"a\":\"x\",\"b\":[1],\"c\":null}",
            "{\"a\":\"x\"}",
            "[]",
            "curl: (7) Failed to connect")) {
      assertThat(HandBook.differences("{\"a\":\"…\",\"b\":[1]}", other)).as(other).isNotEmpty();
    }
  }

  private static void acceptAll(Person bob) {
    JsonNode waiting = bob.rest().get("/api/requests").expect(200).body().path("items");
    assertThat(waiting).isNotEmpty();
    for (JsonNode request : waiting) {
      bob.rest()
          .put(
              "/api/people/" + request.at("/person/id").asText() + "/request/answer",
              Map.of("answer", "accept"))
          .expect(200);
    }
  }

  /** The stream that opened last, of so many. */
  private static String newestConversation(SocketClient browser, int count) {
    browser.awaitUntil(client -> conversations(client).size() >= count, count + " conversations");
    List<String> all = conversations(browser);
    return all.get(all.size() - 1);
  }

  private static List<String> conversations(SocketClient browser) {
    return browser.seen().stream()
        .filter(frame -> frame.path("type").asText().equals("live"))
        .map(frame -> frame.path("stream").asText())
        .filter(stream -> stream.startsWith("c/"))
        .distinct()
        .toList();
  }

  private static String conversationWith(Person bob, String ada) {
    JsonNode messages =
        bob.rest().get("/api/chat/messages?recipient=" + ada).expect(200).body().path("items");
    return messages.get(0).path("conversationId").asText();
  }

  private static String text(String words) {
    return RestClient.JSON
        .createObjectNode()
        .put("type", "text")
        .put("text", words)
        .put("salt", "AAAAAAAAAAAAAAAAAAAAAA")
        .toString();
  }

  private static String textOf(String body) {
    try {
      return RestClient.JSON.readTree(body).path("text").asText();
    } catch (JsonProcessingException e) {
      return body;
    }
  }
}
