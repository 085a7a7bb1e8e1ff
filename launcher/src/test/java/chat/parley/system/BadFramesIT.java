package chat.parley.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import chat.parley.testing.NeedsQuiet;
import chat.parley.testing.Person;
import chat.parley.testing.RawSocket;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever arrives on the socket is answered with a typed refusal or ends the connection with the
 * documented code; it is never a fault of the server, and what was acknowledged stays.
 */
@NeedsQuiet
@ExtendWith(RunningParley.Extension.class)
class BadFramesIT {

  private static final String A_CID = "0190a1b2-0000-7000-8000-00000000000a";
  private static final String TOO_LARGE_A_NUMBER = "9007199254740992";
  private static final long MIB = 1024 * 1024;

  /** More than any machine sends before the server has ended the connection. */
  private static final long ENDLESS = 64 * 1024 * MIB;

  private static Person alice;
  private static String conversation;
  private static String stream;
  private static SocketClient open;

  @BeforeAll
  static void aConversation(RunningParley parley) {
    alice = parley.newPerson(1);
    conversation = alice.conversationWith(parley.newPerson(1));
    stream = "c/" + conversation;
    open = alice.connect(Map.of());
    // The second entry, after the one that began the conversation: alice's own message.
    Talk.sent(open, conversation, "to be deleted");
  }

  @AfterAll
  static void hangUp() {
    open.close();
  }

  // Refused, and the connection goes on

  /** A member of a frame, with a good value and values that break a rule. */
  private record Member(String name, String good, List<String> bad) {
    static Member of(String name, String good, String... bad) {
      return new Member(name, good, List.of(bad));
    }
  }

  private static final Member ID =
      Member.of("id", "'1'", "7", "['1']", "{}", "true", "''", "'a b'", "'\\u0007'", quoted(65));
  private static final Member CID =
      Member.of("cid", "'" + A_CID + "'", "7", "[]", "'x'", "'" + A_CID.toUpperCase(ROOT) + "'");
  private static final Member CONVERSATION =
      Member.of("conversation", "'$'", "7", "{}", "''", "'c/$'", "'\\ud800'");
  private static final Member BODY =
      Member.of(
          "body",
          "'x'",
          "7",
          "['x']",
          "{'text':'x'}",
          "false",
          "''",
          "'\\u0000'",
          "'\\ud800'",
          "'\\udc00\\ud800'");
  private static final Member CURSORS =
      Member.of(
          "cursors",
          "{}",
          "7",
          "[]",
          "'c/$'",
          "{'$':1}",
          "{'C/$':1}",
          "{'c/$':'1'}",
          "{'c/$':-1}",
          "{'c/$':1.5}");
  private static final Member SEQS =
      Member.of(
          "seqs",
          "[2]",
          "7",
          "{}",
          "'2'",
          "[]",
          "['2']",
          "[null]",
          "[2.5]",
          "[[2]]",
          "[0]",
          "[-1]",
          "[2,2]",
          "[1]",
          "[2,1]",
          "[2,999999]",
          "[" + TOO_LARGE_A_NUMBER + "]",
          "[" + "2,".repeat(100) + "2]");
  private static final Member READ =
      Member.of(
          "read",
          "1",
          "'1'",
          "[1]",
          "true",
          "-1",
          "1.5",
          "1e3",
          TOO_LARGE_A_NUMBER,
          "9".repeat(20));
  private static final Member STREAM =
      Member.of("stream", "'c/$'", "7", "[]", "''", "'$'", "'C/$'", "'c/$/'", "'x/$'");
  private static final Member AFTER =
      Member.of("after", "0", "'0'", "{}", "-1", "0.5", TOO_LARGE_A_NUMBER);
  private static final Member LIMIT =
      Member.of("limit", "5", "'5'", "[]", "0", "-1", "201", "5.0", "4294967297");
  private static final Member ON = Member.of("on", "true", "'true'", "1", "[]", "{}");
  private static final Member N = Member.of("n", "1", "'1'", "{}", "-1", "1.5", TOO_LARGE_A_NUMBER);

  /** More people than a message mentions. */
  private static String many() {
    return "[" + ("'" + A_CID + "',").repeat(50) + "'" + A_CID + "']";
  }

  private static String quoted(int length) {
    return "'" + "x".repeat(length) + "'";
  }

  private static final Map<String, List<Member>> TYPES =
      Map.of(
          "ack", List.of(CURSORS),
          "send", List.of(ID, CID, CONVERSATION, BODY),
          "purge", List.of(ID, CID, CONVERSATION, SEQS),
          "mark", List.of(CONVERSATION, READ),
          "typing", List.of(CONVERSATION, ON),
          "fetch", List.of(ID, STREAM, AFTER, LIMIT),
          "ping", List.of(N));

  static Stream<Arguments> refused() {
    List<Arguments> cases = new ArrayList<>();
    TYPES.forEach(
        (type, members) -> {
          for (Member wrong : members) {
            cases.add(arguments(type + " without " + wrong.name(), frame(type, wrong, null)));
            cases.add(
                arguments(type + " with " + wrong.name() + " null", frame(type, wrong, "null")));
            for (String value : wrong.bad()) {
              cases.add(
                  arguments(
                      type + " with " + wrong.name() + " " + value, frame(type, wrong, value)));
            }
          }
        });
    for (String value : List.of("'9'", "0", "-5", "4", "5.5", "31536001", "99999999999", "[9]")) {
      cases.add(
          arguments(
              "send with expiresIn " + value, frame("send", BODY, "'x','expiresIn':" + value)));
    }
    for (String value : List.of("7", "''", "'some'", "true", "{}", "['x']", "[7]", many())) {
      cases.add(
          arguments("send with notify " + value, frame("send", BODY, "'x','notify':" + value)));
    }
    cases.add(arguments("no type", "{'id':'1'}"));
    cases.add(arguments("a type that is a number", "{'type':7}"));
    cases.add(arguments("a long type", "{'type':'" + "x".repeat(41) + "'}"));
    cases.add(arguments("a body of 64 KiB and a byte", frame("send", BODY, quoted(65_537))));
    cases.add(
        arguments(
            "a body of 64 KiB and a byte in other letters",
            frame("send", BODY, "'" + "\u00e9".repeat(32_768) + "x'")));
    cases.add(
        arguments(
            "both ends of a page",
            "{'type':'fetch','id':'1','stream':'c/$','after':0,'before':9,'limit':5}"));
    return cases.stream();
  }

  /** A frame with one member of another value; without it when the value is null. */
  private static String frame(String type, @Nullable Member changed, @Nullable String value) {
    StringBuilder frame = new StringBuilder("{'type':'" + type + "'");
    for (Member member : TYPES.get(type)) {
      String written = member.equals(changed) ? value : member.good();
      if (written != null) {
        frame.append(",'").append(member.name()).append("':").append(written);
      }
    }
    return frame.append('}').toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void aMemberThatBreaksARuleIsRefusedAndTheConnectionGoesOn(String what, String frame) {
    send(frame);

    assertRefused(open.await("error"), 400, "invalid-input");
    assertThat(Talk.sent(open, conversation, "after " + what.length()).path("dup").asBoolean())
        .isFalse();
  }

  static Stream<String> unsupported() {
    return Stream.of("commit", "dance", "ok", "welcome");
  }

  @ParameterizedTest
  @MethodSource("unsupported")
  void aTypeThatIsNotServedIsRefusedByName(String type) {
    send("{'type':'" + type + "','id':'u-" + type + "'}");

    assertRefused(open.answerTo("u-" + type), 501, "unsupported");
  }

  static Stream<Arguments> newer() {
    return TYPES.keySet().stream()
        .map(
            type ->
                arguments(
                    type,
                    frame(type, null, null)
                        .replace("'id':'1'", "'id':'n-" + type + "'")
                        .replaceFirst("\\{", "{'news':{'of':['later']},'other':null,")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("newer")
  void membersThatNobodyKnowsAreIgnored(String type, String frame) {
    int before = open.seen().size();
    send(frame);
    if (frame.contains("'id'")) {
      assertThat(open.answerTo("n-" + type).path("type").asText()).isEqualTo("ok");
    }
    send("{'type':'ping','n':9}");
    open.await("pong", pong -> pong.path("n").asInt() == 9);
    assertThat(open.seen().subList(before, open.seen().size()))
        .noneMatch(answer -> answer.path("type").asText().equals("error"));
  }

  // No frame at all: the end

  static Stream<Arguments> noFrames() {
    return Stream.of(
        arguments("nothing", ""),
        arguments("a word", "hello"),
        arguments("an array", "[]"),
        arguments("a number", "7"),
        arguments("null", "null"),
        arguments("cut off", "{'type':'ping','n':1"),
        arguments("something after it", "{'type':'ping','n':1} x"),
        arguments("two frames in one", "{'type':'ping','n':1}{'type':'ping','n':2}"),
        arguments("a name twice", "{'type':'ping','n':1,'n':2}"),
        arguments("a name twice inside", "{'type':'ping','n':1,'x':{'a':1,'a':2}}"),
        arguments("nested too deep", nested(17)),
        arguments("nested without end", "{'x':" + "[".repeat(60_000)),
        arguments("a control character", "{'type':'pi\u0001ng','n':1}"),
        arguments("a raw line end in a text", "{'type':'ping','n':1,'x':'\n'}"),
        arguments("a long name", "{'type':'ping','n':1,'" + "x".repeat(101) + "':1}"),
        arguments("a long number", "{'type':'ping','n':" + "1".repeat(41) + "}"),
        arguments("no number", "{'type':'ping','n':NaN}"),
        arguments("a number that begins with zero", "{'type':'ping','n':01}"),
        arguments("a comment", "{/* */'type':'ping','n':1}"),
        arguments("a comma too many", "{'type':'ping','n':1,}"),
        arguments("a mark of byte order", "\ufeff{'type':'ping','n':1}"));
  }

  private static String nested(int depth) {
    return "{'type':'ping','n':1,'x':" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noFrames")
  void whatIsNoFrameEndsWith4400AndWhatWasAcknowledgedStays(String what, String text) {
    long seq = Talk.sent(open, conversation, what).path("seq").asLong();
    send(text);
    JsonNode bye = open.awaitByeAndClose();
    assertThat(bye.path("code").asInt()).isEqualTo(4400);
    assertThat(bye.path("why").asText()).doesNotContain("Exception", "jackson", "chat.parley");

    open = alice.connect(Map.of(stream, seq - 1));
    Talk.awaitTexts(open, stream, 1);
    assertThat(Talk.texts(open, stream)).containsExactly(what);
  }

  @Test
  void aFrameNestedAsDeepAsAllowedIsTaken() {
    send(nested(16));
    assertThat(open.await("pong").path("n").asInt()).isEqualTo(1);
  }

  @Test
  void textThatIsNoUtf8EndsTheConnection(RunningParley parley) throws Exception {
    Person bob = parley.newPerson(1);
    try (RawSocket socket = RawSocket.connect(parley.url(1))) {
      socket.hello(bob, 64);
      socket.frame(RawSocket.TEXT, true, "{\"type\":\"\u00ff\"}".getBytes(ISO_8859_1));
      // RFC 6455, section 8.1, gives the implementation a code of its own.
      assertThat(socket.awaitClose()).isEqualTo(1007);
    }
  }

  // Too large

  @Test
  void aFrameIsTakenUpToItsLimitAndEndsWith4413BeyondIt(RunningParley parley) {
    Person bob = parley.newPerson(1);
    String start = "{\"type\":\"ping\",\"n\":1,\"x\":\"";
    int room = 128 * 1024 - start.length() - 2;
    try (SocketClient socket = bob.connect(Map.of())) {
      socket.sendText(start + "y".repeat(room) + "\"}");
      socket.await("pong");
      socket.sendText(start + "y".repeat(room + 1) + "\"}");
      assertThat(socket.awaitByeAndClose().path("code").asInt()).isEqualTo(4413);
    }
  }

  @Test
  void aHugeFrameIsRefusedBeforeItIsInMemory(RunningParley parley) throws Exception {
    Person bob = parley.newPerson(1);
    long before = parley.heap(1).committed();
    try (RawSocket socket = RawSocket.connect(parley.url(1))) {
      socket.hello(bob, 64);
      assertThat(socket.hugeFrame(200 * MIB)).isLessThan(100 * MIB);
      // It does not fit in the server's buffer, and so never becomes a frame of the protocol.
      assertThat(socket.awaitClose()).isEqualTo(1011);
    }
    assertThat(parley.heap(1).committed() - before).isLessThan(100 * MIB);
  }

  @Test
  void endlessFragmentsAreRefusedBeforeTheyAreInMemory(RunningParley parley) throws Exception {
    Person bob = parley.newPerson(1);
    long before = parley.heap(1).committed();
    try (RawSocket socket = RawSocket.connect(parley.url(1))) {
      socket.hello(bob, 64);
      byte[] part = "y".repeat(16_384).getBytes(US_ASCII);
      // A socket is as old as a second when it is closed; how much is dropped until then is up to
      // the machine.
      assertThat(socket.fragments(part, ENDLESS)).isLessThan(ENDLESS);
      // What comes faster than it is read fills the buffer, which the container ends by itself.
      assertThat(socket.awaitClose()).isIn(4413, 1011);
    }
    assertThat(parley.heap(1).committed() - before).isLessThan(100 * MIB);
  }

  // Several frames in one message

  private static String ping(int n) {
    return "{\"type\":\"ping\",\"n\":" + n + "}";
  }

  private static SocketClient speakingInLines(Person who) {
    SocketClient socket = SocketClient.open(who.rest().base());
    socket.send(who.hello(who.ticket()).put("lines", true));
    assertThat(socket.await("welcome").path("lines").asBoolean()).isTrue();
    return socket;
  }

  @Test
  void eachLineIsAFrameInItsOrder(RunningParley parley) {
    try (SocketClient socket = speakingInLines(parley.newPerson(1))) {
      socket.sendText(String.join("\n", ping(1), "{\"type\":\"fireworks\",\"id\":\"2\"}", ping(3)));
      socket.await("pong", pong -> pong.path("n").asInt() == 1);
      assertThat(socket.await("error").path("re").asText()).isEqualTo("2");
      socket.await("pong", pong -> pong.path("n").asInt() == 3);
    }
  }

  @Test
  void aLineThatIsNoFrameEndsTheConnectionAfterThoseBeforeIt(RunningParley parley) {
    for (String bad : List.of("", "{", ping(8) + ping(9))) {
      Person bob = parley.newPerson(1);
      String with = bob.conversationWith(parley.newPerson(1));
      String cid = Talk.cid();
      SocketClient socket = speakingInLines(bob);
      String message = RestClient.JSON.valueToTree(Talk.send("1", cid, with, "kept")).toString();
      socket.sendText(String.join("\n", message, bad, ping(2)));
      assertThat(socket.awaitByeAndClose().path("code").asInt()).isEqualTo(4400);
      assertThat(socket.seen()).noneMatch(frame -> frame.path("type").asText().equals("pong"));

      try (SocketClient again = bob.connect(Map.of())) {
        Talk.awaitTexts(again, "c/" + with, 1);
        assertThat(Talk.texts(again, "c/" + with)).containsExactly("kept");
      }
    }
  }

  @Test
  void linesShareTheLimitsOfOneMessage(RunningParley parley) {
    try (SocketClient socket = speakingInLines(parley.newPerson(1))) {
      socket.sendText((ping(1) + "\n").repeat(10_000) + ping(2));
      assertThat(socket.awaitByeAndClose().path("code").asInt()).isEqualTo(4413);
    }
  }

  @Test
  void everyLineCountsForTheRate(RunningParley parley) {
    try (SocketClient socket = speakingInLines(parley.newPerson(1))) {
      socket.sendText((ping(1) + "\n").repeat(4_000) + ping(2));
      assertThat(socket.awaitByeAndClose().path("code").asInt()).isEqualTo(4429);
    }
  }

  @Test
  void whoDidNotAskForLinesSendsOneFrame() {
    send("{'type':\n'ping',\n'n':7}");
    assertThat(open.await("pong").path("n").asInt()).isEqualTo(7);
  }

  private static void send(String frame) {
    open.sendText(frame.replace("$", conversation).replace('\'', '"'));
  }

  private static void assertRefused(JsonNode error, int status, String slug) {
    JsonNode problem = error.path("problem");
    assertThat(problem.path("status").asInt()).as(error.toString()).isEqualTo(status);
    assertThat(problem.path("type").asText()).isEqualTo("urn:parley:problem:" + slug);
    assertThat(problem.path("instance").asText()).startsWith("urn:uuid:");
    assertThat(error.path("retry").asText()).isEqualTo("never");
    assertThat(error.toString()).doesNotContain("Exception", "jackson", "chat.parley");
  }
}
