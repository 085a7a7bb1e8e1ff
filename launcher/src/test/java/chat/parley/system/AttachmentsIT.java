package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.AtOnce;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that go with messages, over two instances; for the server they are nothing but bytes. */
@ExtendWith(RunningParley.Extension.class)
class AttachmentsIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int PART = 8 * 1024 * 1024;
  private static final Random BYTES = new Random(7);

  private Person alice;
  private Person bob;
  private String conversation;

  @BeforeEach
  void twoPeople(RunningParley parley) {
    alice = parley.newPerson(1);
    bob = parley.newPerson(2);
    conversation = alice.conversationWith(bob);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    BYTES.nextBytes(bytes);
    return bytes;
  }

  private static String path(String conversation, String id) {
    return "/api/conversations/" + conversation + "/attachments/" + id;
  }

  private static Answer begin(RestClient rest, String conversation, String id, long size) {
    return rest.put(path(conversation, id), Map.of("size", size));
  }

  private static Answer put(
      RestClient rest, String conversation, String id, int part, byte[] bytes) {
    return rest.withHeader("Content-Type", "application/octet-stream")
        .send("PUT", path(conversation, id) + "/parts/" + part, bytes);
  }

  private static Answer complete(RestClient rest, String conversation, String id) {
    return rest.send("POST", path(conversation, id) + "/complete", null);
  }

  private static String uploaded(Person by, String conversation, byte[] bytes) {
    String id = UUID.randomUUID().toString();
    begin(by.rest(), conversation, id, bytes.length).expect(200);
    for (int part = 0; part * PART < bytes.length; part++) {
      byte[] piece =
          Arrays.copyOfRange(bytes, part * PART, Math.min(bytes.length, (part + 1) * PART));
      put(by.rest(), conversation, id, part + 1, piece).expect(204);
    }
    complete(by.rest(), conversation, id).expect(204);
    return id;
  }

  private static JsonNode send(
      SocketClient socket, String conversation, List<String> files, Map<String, Object> more) {
    String cid = Talk.cid();
    Map<String, Object> frame = Talk.send(cid, cid, conversation, "{\"type\":\"files\"}");
    frame.put("attachments", files);
    frame.putAll(more);
    socket.send(frame);
    return socket.answerTo(cid);
  }

  private static long sent(SocketClient socket, String conversation, String... files) {
    JsonNode answer = send(socket, conversation, List.of(files), Map.of());
    assertThat(answer.path("type").asText()).as(answer.toString()).isEqualTo("ok");
    return answer.path("seq").asLong();
  }

  private static String problem(JsonNode answer) {
    String type = answer.path("problem").path("type").asText();
    return type.substring(type.lastIndexOf(':') + 1);
  }

  private static HttpResponse<byte[]> read(
      Person reader, URI instance, String conversation, String id, String range) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(instance.resolve(path(conversation, id)))
            .header("Authorization", "Bearer " + reader.accessToken());
    if (!range.isEmpty()) {
      request.header("Range", range);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static List<String> stored(RunningParley parley, String id) {
    Path media = parley.system().layout().home().resolve("data").resolve("media");
    try (Stream<Path> files = Files.walk(media)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(id))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void makeDue(RunningParley parley, String id) {
    try (Connection database = parley.database();
        PreparedStatement update =
            database.prepareStatement(
                "UPDATE attachment SET due = now() - interval '1 second' WHERE id = ?::uuid")) {
      update.setString(1, id);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitGone(RunningParley parley, String id) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(stored(parley, id)).isEmpty());
  }

  @Test
  void whatOneInstanceTakesInTheOtherGivesWholeAndInSpans(RunningParley parley) {
    byte[] file = bytes(PART + 1_000);
    String id = UUID.randomUUID().toString();
    RestClient one = alice.rest();
    RestClient two = alice.rest().at(parley.url(2));
    JsonNode begun = begin(one, conversation, id, file.length).expect(200).body();
    assertThat(begun.path("partSize").asInt()).isEqualTo(PART);
    assertThat(begun.path("stored")).isEmpty();
    put(two, conversation, id, 2, Arrays.copyOfRange(file, PART, file.length)).expect(204);

    JsonNode again = begin(two, conversation, id, file.length).expect(200).body();
    assertThat(again.path("stored").toString()).isEqualTo("[2]");
    assertThat(again.path("complete").asBoolean()).isFalse();
    Answer early = complete(one, conversation, id).expect(409);
    assertThat(early.problem()).isEqualTo("attachment-incomplete");
    assertThat(early.body().path("part").asInt()).isEqualTo(1);

    put(one, conversation, id, 1, Arrays.copyOf(file, PART)).expect(204);
    put(one, conversation, id, 1, Arrays.copyOf(file, PART)).expect(204);
    complete(two, conversation, id).expect(204);
    complete(one, conversation, id).expect(204);
    assertThat(read(bob, parley.url(2), conversation, id, "").statusCode())
        .as("before a message takes it along")
        .isEqualTo(404);
    try (SocketClient socket = alice.connect(Map.of())) {
      sent(socket, conversation, id);
    }

    HttpResponse<byte[]> whole = read(bob, parley.url(2), conversation, id, "");
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(file);
    assertThat(whole.headers().allValues("Content-Type"))
        .containsExactly("application/octet-stream");
    assertThat(whole.headers().allValues("Cache-Control"))
        .containsExactly("private, max-age=31536000, immutable");
    assertThat(whole.headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; sandbox");
    assertThat(whole.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(whole.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");

    HttpResponse<byte[]> seam =
        read(bob, parley.url(1), conversation, id, "bytes=" + (PART - 10) + "-" + (PART + 9));
    assertThat(seam.statusCode()).isEqualTo(206);
    assertThat(seam.body()).isEqualTo(Arrays.copyOfRange(file, PART - 10, PART + 10));
    assertThat(seam.headers().firstValue("Content-Range"))
        .contains("bytes " + (PART - 10) + "-" + (PART + 9) + "/" + file.length);
    assertThat(read(bob, parley.url(1), conversation, id, "bytes=-5").body())
        .isEqualTo(Arrays.copyOfRange(file, file.length - 5, file.length));
    assertThat(read(bob, parley.url(1), conversation, id, "bytes=" + PART + "-").body())
        .hasSize(1_000);
    assertThat(read(bob, parley.url(1), conversation, id, "bytes=0-1,3-4").statusCode())
        .isEqualTo(200);
    assertThat(
            read(bob, parley.url(1), conversation, id, "bytes=" + file.length + "-").statusCode())
        .isEqualTo(416);
  }

  @Test
  void anUploadIsItsOwnersAloneAndOfItsConversation(RunningParley parley) {
    Person carol = parley.newPerson(1);
    String elsewhere = alice.conversationWith(carol);
    byte[] file = bytes(100);
    String id = UUID.randomUUID().toString();
    begin(alice.rest(), conversation, id, file.length).expect(200);

    assertThat(begin(alice.rest(), conversation, id, 101).expect(409).problem())
        .isEqualTo("attachment-taken");
    assertThat(begin(bob.rest(), conversation, id, 100).expect(409).problem())
        .isEqualTo("attachment-taken");
    begin(alice.rest(), elsewhere, id, 100).expect(409);
    begin(carol.rest(), conversation, UUID.randomUUID().toString(), 100).expect(404);
    put(bob.rest(), conversation, id, 1, file).expect(404);
    put(alice.rest(), elsewhere, id, 1, file).expect(404);
    complete(bob.rest(), conversation, id).expect(404);
    bob.rest().delete(path(conversation, id)).expect(204);
    put(alice.rest(), conversation, id, 1, bytes(99)).expect(400);
    put(alice.rest(), conversation, id, 1, bytes(101)).expect(400);
    put(alice.rest(), conversation, id, 2, file).expect(404);
    put(alice.rest(), conversation, id, 0, file).expect(404);
    put(alice.rest(), conversation, id, 1, new byte[PART + 1]).expect(413);
    assertThat(stored(parley, id)).isEmpty();
    for (String hostile : List.of("x", "..%2f..%2fetc", id.toUpperCase(Locale.ROOT))) {
      begin(alice.rest(), conversation, hostile, 1).expect(404);
    }
    begin(alice.rest(), conversation, UUID.randomUUID().toString(), 0).expect(400);
    Answer huge =
        begin(alice.rest(), conversation, UUID.randomUUID().toString(), Long.MAX_VALUE).expect(413);
    assertThat(huge.problem()).isEqualTo("attachment-too-large");
    assertThat(huge.body().path("maxBytes").asLong()).isEqualTo(1L << 30);

    put(alice.rest(), conversation, id, 1, file).expect(204);
    complete(alice.rest(), conversation, id).expect(204);
    put(alice.rest(), conversation, id, 1, bytes(100)).expect(409);
    alice.rest().delete(path(conversation, id)).expect(204);
    complete(alice.rest(), conversation, id).expect(404);
    makeDue(parley, id);
    awaitGone(parley, id);
  }

  @Test
  void aMessageTakesAlongWhatItsAuthorUploadedWholeAndOnce(RunningParley parley) {
    Person carol = parley.newPerson(2);
    String elsewhere = alice.conversationWith(carol);
    String file = uploaded(alice, conversation, bytes(10));
    String other = uploaded(alice, elsewhere, bytes(10));
    String bobs = uploaded(bob, conversation, bytes(10));
    String unfinished = UUID.randomUUID().toString();
    begin(alice.rest(), conversation, unfinished, 10).expect(200);
    try (SocketClient socket = alice.connect(Map.of())) {
      for (String wrong : List.of(other, bobs, unfinished, UUID.randomUUID().toString())) {
        JsonNode refused = send(socket, conversation, List.of(file, wrong), Map.of());
        assertThat(problem(refused)).isEqualTo("attachment-missing");
        assertThat(refused.path("problem").path("attachment").asText()).isEqualTo(wrong);
      }
      assertThat(problem(send(socket, conversation, List.of(file, file), Map.of())))
          .isEqualTo("invalid-input");
      assertThat(
              problem(
                  send(
                      socket,
                      conversation,
                      Stream.generate(() -> UUID.randomUUID().toString()).limit(11).toList(),
                      Map.of())))
          .isEqualTo("invalid-input");
      assertThat(problem(send(socket, elsewhere, List.of(file), Map.of())))
          .isEqualTo("attachment-missing");

      String cid = Talk.cid();
      Map<String, Object> frame = Talk.send(cid, cid, conversation, "with a file");
      frame.put("attachments", List.of(file));
      socket.send(frame);
      long seq = socket.answerTo(cid).path("seq").asLong();
      frame.put("id", "again");
      socket.send(frame);
      assertThat(socket.answerTo("again").path("dup").asBoolean()).isTrue();
      assertThat(socket.answerTo("again").path("seq").asLong()).isEqualTo(seq);
      assertThat(problem(send(socket, conversation, List.of(file), Map.of())))
          .as("with a second message")
          .isEqualTo("attachment-missing");
    }
    begin(alice.rest(), conversation, file, 10).expect(409);
    alice.rest().delete(path(conversation, file)).expect(204);
    assertThat(read(bob, parley.url(1), conversation, file, "").statusCode()).isEqualTo(200);
    assertThat(read(alice, parley.url(1), elsewhere, file, "").statusCode()).isEqualTo(404);
    assertThat(read(carol, parley.url(1), conversation, file, "").statusCode()).isEqualTo(404);
  }

  @Test
  void oneOfTwoMessagesThatWantTheSameFileAtTheSameTimeHasIt(RunningParley parley) {
    String file = uploaded(alice, conversation, bytes(10));
    try (SocketClient one = alice.connect(Map.of());
        SocketClient two = alice.signInAgain(parley.rest(2)).connect(Map.of())) {
      List<String> answers =
          AtOnce.times(
              2,
              which ->
                  send(which == 0 ? one : two, conversation, List.of(file), Map.of())
                      .path("type")
                      .asText());
      assertThat(answers).containsExactlyInAnyOrder("ok", "error");
    }
  }

  @Test
  void onlyWhoMayReadTheMessageReadsItsFiles(RunningParley parley) {
    Person carol = parley.newPerson(1);
    Person dave = parley.newPerson(2);
    String group = alice.groupWith(bob, carol);
    String members = "/api/conversations/" + group + "/members";
    String before = uploaded(alice, group, bytes(10));
    String after = uploaded(alice, group, bytes(10));
    try (SocketClient socket = alice.connect(Map.of())) {
      sent(socket, group, before);
      alice.rest().delete(members + "/" + carol.id()).expect(204);
      alice.conversationWith(dave);
      alice.rest().post(members, Map.of("accounts", List.of(dave.id()))).expect(200);
      sent(socket, group, after);
    }
    assertThat(read(carol, parley.url(2), group, before, "").statusCode()).isEqualTo(200);
    assertThat(read(carol, parley.url(2), group, after, "").statusCode()).isEqualTo(404);
    assertThat(read(dave, parley.url(1), group, before, "").statusCode()).isEqualTo(404);
    assertThat(read(dave, parley.url(1), group, after, "").statusCode()).isEqualTo(200);
    begin(carol.rest(), group, UUID.randomUUID().toString(), 10).expect(404);
  }

  @Test
  void filesGoWithTheirMessageAndWhatNoMessageTookAlongGoesToo(RunningParley parley) {
    String deleted = uploaded(alice, conversation, bytes(10));
    String fleeting = uploaded(alice, conversation, bytes(10));
    String kept = uploaded(alice, conversation, bytes(10));
    String unbound = uploaded(alice, conversation, bytes(10));
    try (SocketClient socket = alice.connect(Map.of())) {
      long seq = sent(socket, conversation, deleted);
      sent(socket, conversation, kept);
      send(socket, conversation, List.of(fleeting), Map.of("expiresIn", 5));
      socket.send(Talk.purge("p", Talk.cid(), conversation, seq));
      assertThat(socket.answerTo("p").path("type").asText()).isEqualTo("ok");
    }
    assertThat(read(bob, parley.url(2), conversation, deleted, "").statusCode()).isEqualTo(404);
    awaitGone(parley, deleted);
    awaitGone(parley, fleeting);
    assertThat(read(bob, parley.url(2), conversation, fleeting, "").statusCode()).isEqualTo(404);
    makeDue(parley, unbound);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> complete(alice.rest(), conversation, unbound).expect(404));
    makeDue(parley, unbound);
    awaitGone(parley, unbound);
    assertThat(stored(parley, kept)).containsExactly(kept + "-1");
    assertThat(read(bob, parley.url(2), conversation, kept, "").statusCode()).isEqualTo(200);
  }

  @Test
  void anAccountSendsSoMuchADayOverAllInstances(RunningParley parley) {
    long gigabyte = 1_000_000_000L;
    for (int file = 0; file < 10; file++) {
      RestClient rest = alice.rest().at(parley.url(1 + file % 2));
      begin(rest, conversation, UUID.randomUUID().toString(), gigabyte).expect(200);
    }
    Answer refused = begin(alice.rest(), conversation, UUID.randomUUID().toString(), gigabyte);
    assertThat(refused.expect(429).problem()).isEqualTo("too-many-requests");
    begin(alice.rest(), conversation, UUID.randomUUID().toString(), 1_000).expect(200);
    begin(bob.rest(), conversation, UUID.randomUUID().toString(), gigabyte).expect(200);
  }
}
