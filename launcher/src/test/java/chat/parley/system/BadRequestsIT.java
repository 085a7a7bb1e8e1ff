package chat.parley.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import chat.parley.testing.NeedsQuiet;
import chat.parley.testing.Person;
import chat.parley.testing.RawRequest;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a stranger sends over HTTP is answered with a typed refusal, never with a 500. */
@NeedsQuiet
@ExtendWith(RunningParley.Extension.class)
class BadRequestsIT {

  private static final String REGISTER = "/api/auth/register";
  private static final String USER = "\"username\":\"someone\"";
  private static final String PASSWORD = "\"password\":\"correct horse battery\"";
  private static final int BODY_LIMIT = 128 * 1024;
  private static final long MIB = 1024 * 1024;

  private static RestClient anonymous;
  private static Person anna;
  private static Person boris;
  private static Person stranger;
  private static String conversation;

  @BeforeAll
  static void people(RunningParley parley) {
    anonymous = parley.rest(1);
    anna = parley.newPerson(1);
    boris = parley.newPerson(1);
    stranger = parley.newPerson(1);
    conversation = anna.conversationWith(boris);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("nothing", ""),
        arguments("no JSON", "username=someone"),
        arguments("cut off", "{" + USER + "," + PASSWORD),
        arguments("an array", "[]"),
        arguments("a text", "\"someone\""),
        arguments("null", "null"),
        arguments("something after it", "{" + USER + "," + PASSWORD + "}{}"),
        arguments("no user name", "{" + PASSWORD + "}"),
        arguments("no password", "{" + USER + "}"),
        arguments("null for a user name", "{\"username\":null," + PASSWORD + "}"),
        arguments("a number for a user name", "{\"username\":12345," + PASSWORD + "}"),
        arguments("a list for a user name", "{\"username\":[\"someone\"]," + PASSWORD + "}"),
        arguments("true for a password", "{" + USER + ",\"password\":true}"),
        arguments("a member nobody knows", "{" + USER + "," + PASSWORD + ",\"admin\":true}"),
        arguments("a member twice", "{" + USER + "," + USER + "," + PASSWORD + "}"),
        arguments("a short user name", withUsername("ab")),
        arguments("a long user name", withUsername("a".repeat(33))),
        arguments("a user name with a space", withUsername("some one")),
        arguments("a user name with a digit first", withUsername("1someone")),
        arguments("a user name in other letters", withUsername("s\u00f8meone")),
        arguments("a user name with a look-alike", withUsername("s\u043emeone")),
        arguments("a user name with a quote", withUsername("a' OR 1=1--")),
        arguments("a short password", withPassword("1234567")),
        arguments("a long password", withPassword("x".repeat(129))),
        arguments("a control character", withPassword("12345678\\u0007")),
        arguments("a zero", withPassword("12345678\\u0000")),
        arguments("a raw control character", withPassword("12345678\u0007")),
        arguments("half a character", withPassword("12345678\\ud800")),
        arguments("deep nesting", "{\"device\":".repeat(5_000) + "1" + "}".repeat(5_000)),
        arguments("deep arrays", "[".repeat(30_000)),
        arguments("a long number", "{\"username\":" + "9".repeat(10_000) + "}"),
        arguments("a device without a form", "{" + USER + "," + PASSWORD + ",\"device\":7}"),
        arguments(
            "a delivery nobody knows",
            "{" + USER + "," + PASSWORD + ",\"tokenDelivery\":\"pigeon\"}"),
        arguments("a comment", "{/* */" + USER + "," + PASSWORD + "}"),
        arguments("not a number", "{\"username\":NaN," + PASSWORD + "}"));
  }

  private static String withUsername(String name) {
    return "{\"username\":\"" + name + "\"," + PASSWORD + "}";
  }

  private static String withPassword(String password) {
    return "{" + USER + ",\"password\":\"" + password + "\"}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void aBodyThatIsWrongIsRefusedByName(String what, String body) {
    assertProblem(post(REGISTER, body.getBytes(UTF_8)), 400, "invalid-input");
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    byte[] body = withPassword("12345678?").getBytes(UTF_8);
    body[body.length - 3] = (byte) 0xC3;

    assertProblem(post(REGISTER, body), 400, "invalid-input");
  }

  @Test
  void noBodyAndNoTypeIsAnEmptyObject() {
    assertProblem(anonymous.send("POST", REGISTER, null), 400, "invalid-input");
    anonymous.send("POST", "/api/auth/logout", null).expect(204);
  }

  @Test
  void aBodyThatIsTooLongIsRefused() {
    assertProblem(post(REGISTER, blanks(BODY_LIMIT + 1)), 413, "content-too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 209715200", "Transfer-Encoding: chunked"})
  void aHugeBodyIsRefusedBeforeItIsSentAndInMemory(String length, RunningParley parley)
      throws Exception {
    long before = parley.heap(1).committed();
    try (RawRequest request = RawRequest.post(anonymous.base(), REGISTER, length)) {
      long taken = request.sendUntilAnswered(200 * MIB, length.endsWith("chunked"));
      assertThat(request.answer())
          .startsWith("HTTP/1.1 413 ")
          .contains("application/problem+json", "urn:parley:problem:content-too-large");
      assertThat(taken).isLessThan(100 * MIB);
    }
    assertThat(parley.heap(1).committed() - before).isLessThan(100 * MIB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json;charset=utf-16"
      })
  void aBodyOfAnotherTypeIsRefused(String contentType) {
    Answer answer =
        anonymous
            .withHeader("Content-Type", contentType)
            .send("POST", REGISTER, "{}".getBytes(UTF_8));

    assertProblem(answer, 415, "unsupported-media-type");
  }

  @Test
  void aCompressedBodyIsRefused() {
    Answer answer =
        anonymous
            .withHeader("Content-Encoding", "gzip")
            .send("POST", REGISTER, "{}".getBytes(UTF_8));

    assertProblem(answer, 415, "unsupported-media-type");
  }

  @Test
  void anUnknownPathIsNotFound() {
    assertProblem(anonymous.get("/api/nowhere"), 404, "not-found");
  }

  @Test
  void anotherMethodIsNotAllowed() {
    assertProblem(anonymous.get(REGISTER), 405, "method-not-allowed");
  }

  @Test
  void anotherFormOfAnswerIsNotAcceptable() {
    Answer answer = anonymous.withHeader("Accept", "image/png").get("/api/configuration");

    assertProblem(answer, 406, "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/account",
        "/api/sessions",
        "/api/people?username=a",
        "/api/conversations",
        "/api/conversations/0198c5f0-0000-7000-8000-000000000000",
        "/api/conversations/0198c5f0-0000-7000-8000-000000000000/entries"
      })
  void withoutATokenThereIsNothingToSee(String path) {
    Answer answer = anonymous.get(path);

    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.body().path("signIn").asText()).isEqualTo("/sign-in");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  /** A browser shows a page only what CORS allows it to see (Fetch standard, 3.2). */
  @Test
  void aPageOfAnotherOriginReadsNothing() {
    RestClient page = anna.rest().withHeader("Origin", "https://elsewhere.example");
    Answer asked =
        page.withHeader("Access-Control-Request-Method", "GET")
            .withHeader("Access-Control-Request-Headers", "authorization")
            .amidFaults()
            .send("OPTIONS", "/api/account", null);
    for (Answer answer : new Answer[] {asked, page.get("/api/account")}) {
      assertThat(answer.headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
      assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/conversations?limit=0",
        "/api/conversations?limit=201",
        "/api/conversations?limit=-1",
        "/api/conversations?limit=many",
        "/api/conversations?limit=99999999999999999999",
        "/api/conversations?after=%00",
        "/api/conversations?after=nowhere",
        "/api/people?username=a&limit=1000000",
        "/api/people?username=a%00"
      })
  void aParameterThatIsWrongIsRefusedByName(String path) {
    assertProblem(anna.rest().get(path), 400, "invalid-input");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?limit=0",
        "?limit=201",
        "?limit=1.5",
        "?after=-1",
        "?after=x",
        "?before=0",
        "?after=9223372036854775808",
        "?after=1&before=2"
      })
  void aPageOfTheLogThatCannotBeIsRefused(String query) {
    Answer answer = anna.rest().get("/api/conversations/" + conversation + "/entries" + query);

    assertProblem(answer, 400, "invalid-input");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kind\":\"sealed\"}",
        "{\"member\":\"boris\",\"kind\":\"sealed\"}",
        "{\"member\":\"0198C5F0-0000-7000-8000-000000000000\",\"kind\":\"sealed\"}",
        "{\"member\":17,\"kind\":\"sealed\"}",
        "{\"member\":\"0198c5f0-0000-7000-8000-000000000000\",\"kind\":\"open\"}",
        "{\"member\":\"0198c5f0-0000-7000-8000-000000000000\"}"
      })
  void aConversationThatCannotBeIsRefused(String body) {
    Answer answer = anna.rest().send("POST", "/api/conversations", body.getBytes(UTF_8));

    assertProblem(answer, 400, "invalid-input");
  }

  @Test
  void aStrangerCannotTellAConversationFromNone() {
    for (String tail : new String[] {"", "/entries"}) {
      Answer foreign = stranger.rest().get("/api/conversations/" + conversation + tail);
      Answer none = stranger.rest().get("/api/conversations/" + UUID.randomUUID() + tail);

      assertProblem(foreign, 404, "not-found");
      assertThat(withoutInstance(foreign)).isEqualTo(withoutInstance(none));
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
    Answer wrong = anonymous.post("/api/auth/login", credentials(boris.username()));
    Answer unknown = anonymous.post("/api/auth/login", credentials("nobody-by-this-name"));

    assertProblem(wrong, 401, "wrong-credentials");
    assertThat(withoutInstance(wrong)).isEqualTo(withoutInstance(unknown));
  }

  private static Map<String, String> credentials(String username) {
    return Map.of("username", username, "password", "wrong horse battery");
  }

  private static Answer post(String path, byte[] body) {
    return anonymous.send("POST", path, body);
  }

  private static byte[] blanks(int length) {
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) ' ');
    return body;
  }

  private static String withoutInstance(Answer answer) {
    return answer.text().replaceAll("\"instance\":\"[^\"]*\"", "");
  }

  /** The answer is a problem of this kind, and tells nothing of the inside. */
  static void assertProblem(Answer answer, int status, String slug) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.problem()).as(answer.text()).isEqualTo(slug);
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    assertThat(answer.body().path("title").asText()).isNotEmpty();
    assertThat(answer.body().path("instance").asText()).startsWith("urn:uuid:");
    assertThat(answer.text()).doesNotContain("Exception", "chat.parley", "jackson");
  }
}
