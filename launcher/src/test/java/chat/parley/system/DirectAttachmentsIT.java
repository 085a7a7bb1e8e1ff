package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.media.S3Server;
import chat.parley.testing.BesideTheOthers;
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
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that go to a server of S3 and come from it past the instances, by signed requests. */
@BesideTheOthers
class DirectAttachmentsIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String BUCKET = "files";
  private static final int PART = 8 * 1024 * 1024;
  private static final Random BYTES = new Random(11);

  private static @Nullable S3Server s3;
  private static @Nullable RunningParley running;

  private Person alice;
  private Person bob;
  private String conversation;

  @BeforeAll
  static void start() {
    Path home = RunningParley.project().resolve("launcher/target/direct-attachments");
    S3Server server =
        new S3Server(
            home.resolveSibling("direct-attachments-s3"),
            RunningParley.project().resolve("ejb-module"),
            BUCKET);
    s3 = server;
    running =
        RunningParley.start(
            home,
            List.of(
                "-Dparley.media.store=s3",
                "-Dparley.media.s3.bucket=" + BUCKET,
                "-Dparley.media.s3.endpoint=" + server.url(),
                "-Dparley.media.s3.public-endpoint=" + server.url(),
                "-Dparley.media.s3.path-style=true",
                "-Daws.accessKeyId=" + S3Server.KEY,
                "-Daws.secretAccessKey=" + S3Server.SECRET));
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
    if (s3 != null) {
      s3.close();
    }
  }

  private static RunningParley parley() {
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    return running;
  }

  private static S3Server s3() {
    if (s3 == null) {
      throw new IllegalStateException("not started");
    }
    return s3;
  }

  @BeforeEach
  void twoPeople() {
    alice = parley().newPerson(1);
    bob = parley().newPerson(2);
    conversation = alice.conversationWith(bob);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    BYTES.nextBytes(bytes);
    return bytes;
  }

  private String path(String id) {
    return "/api/conversations/" + conversation + "/attachments/" + id;
  }

  private static String sha256(byte[] bytes) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String begun(int size) {
    String id = UUID.randomUUID().toString();
    alice.rest().put(path(id), Map.of("size", size)).expect(200);
    return id;
  }

  private Answer signPut(RestClient rest, String id, int part, byte[] bytes) {
    return rest.post(path(id) + "/parts/" + part + "/way", Map.of("sha256", sha256(bytes)));
  }

  private Answer signGet(RestClient rest, String id, int part) {
    return rest.get(path(id) + "/parts/" + part + "/way");
  }

  /** Puts without a token, as whoever has the address. */
  private static int put(JsonNode way, String url, byte[] bytes) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
    way.path("headers")
        .properties()
        .forEach(header -> request.setHeader(header.getKey(), header.getValue().asText()));
    return exchanged(request.build()).statusCode();
  }

  private static int put(JsonNode way, byte[] bytes) {
    return put(way, way.path("url").asText(), bytes);
  }

  private static HttpResponse<byte[]> got(JsonNode way, String range) {
    return exchanged(
        HttpRequest.newBuilder(URI.create(way.path("url").asText()))
            .header("Range", range)
            .build());
  }

  private static HttpResponse<byte[]> exchanged(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private Answer complete(String id) {
    return alice.rest().send("POST", path(id) + "/complete", null);
  }

  private String uploaded(byte[] bytes) {
    String id = begun(bytes.length);
    for (int part = 0; part * PART < bytes.length; part++) {
      byte[] piece =
          Arrays.copyOfRange(bytes, part * PART, Math.min(bytes.length, (part + 1) * PART));
      JsonNode way = signPut(alice.rest(), id, part + 1, piece).expect(200).body();
      assertThat(put(way, piece)).isEqualTo(200);
    }
    complete(id).expect(204);
    return id;
  }

  private long sent(String id) {
    try (SocketClient socket = alice.connect(Map.of())) {
      String cid = Talk.cid();
      Map<String, Object> frame = Talk.send(cid, cid, conversation, "{\"type\":\"files\"}");
      frame.put("attachments", List.of(id));
      socket.send(frame);
      JsonNode answer = socket.answerTo(cid);
      assertThat(answer.path("type").asText()).as(answer.toString()).isEqualTo("ok");
      return answer.path("seq").asLong();
    }
  }

  @Test
  void whatGoesToTheBucketByItselfComesFromItByItselfAndThroughEveryInstance() {
    byte[] file = bytes(PART + 1_000);
    String id = begun(file.length);
    byte[] end = Arrays.copyOfRange(file, PART, file.length);
    JsonNode way = signPut(alice.rest().at(parley().url(2)), id, 2, end).expect(200).body();
    assertThat(way.path("url").asText()).startsWith(s3().url() + "/" + BUCKET + "/" + id + "-2?");
    assertThat(put(way, end)).isEqualTo(200);
    assertThat(put(way, end)).as("once more").isEqualTo(200);
    Answer early = complete(id).expect(409);
    assertThat(early.problem()).isEqualTo("attachment-incomplete");
    assertThat(early.body().path("part").asInt()).isEqualTo(1);
    JsonNode begun = alice.rest().put(path(id), Map.of("size", file.length)).expect(200).body();
    assertThat(begun.path("stored").toString()).isEqualTo("[2]");

    // The other part through an instance: it is the same upload.
    alice
        .rest()
        .withHeader("Content-Type", "application/octet-stream")
        .send("PUT", path(id) + "/parts/1", Arrays.copyOf(file, PART))
        .expect(204);
    complete(id).expect(204);
    sent(id);

    JsonNode first = signGet(bob.rest(), id, 1).expect(200).body();
    JsonNode second = signGet(bob.rest().at(parley().url(1)), id, 2).expect(200).body();
    HttpResponse<byte[]> span = got(first, "bytes=10-4194313");
    assertThat(span.statusCode()).isEqualTo(206);
    assertThat(span.body()).isEqualTo(Arrays.copyOfRange(file, 10, 4_194_314));
    assertThat(span.headers().allValues("Content-Type"))
        .containsExactly("application/octet-stream");
    assertThat(span.headers().allValues("Content-Disposition")).containsExactly("attachment");
    assertThat(got(second, "bytes=0-").body()).isEqualTo(end);
    HttpResponse<byte[]> through =
        exchanged(
            HttpRequest.newBuilder(parley().url(2).resolve(path(id)))
                .header("Authorization", "Bearer " + bob.accessToken())
                .build());
    assertThat(through.body()).isEqualTo(file);
  }

  @Test
  void nothingIsSignedForWhomItDoesNotConcern() {
    Person carol = parley().newPerson(1);
    byte[] file = bytes(100);
    String id = begun(file.length);
    signPut(bob.rest(), id, 1, file).expect(404);
    signPut(carol.rest(), id, 1, file).expect(404);
    signPut(parley().rest(1), id, 1, file).expect(401);
    signPut(alice.rest(), id, 2, file).expect(404);
    signPut(alice.rest(), id, 0, file).expect(404);
    signPut(alice.rest(), UUID.randomUUID().toString(), 1, file).expect(404);
    alice.rest().post(path(id) + "/parts/1/way", Map.of("sha256", "AAAA")).expect(400);
    alice.rest().post(path(id) + "/parts/1/way", Map.of()).expect(400);
    signGet(alice.rest(), id, 1).expect(404);

    JsonNode way = signPut(alice.rest(), id, 1, file).expect(200).body();
    assertThat(put(way, file)).isEqualTo(200);
    complete(id).expect(204);
    assertThat(signPut(alice.rest(), id, 1, file).expect(409).problem())
        .isEqualTo("attachment-taken");
    signGet(bob.rest(), id, 1).expect(404);
    sent(id);
    signGet(bob.rest(), id, 1).expect(200);
    signGet(bob.rest(), id, 2).expect(404);
    signGet(carol.rest(), id, 1).expect(404);
    signGet(parley().rest(1), id, 1).expect(401);
    signPut(alice.rest(), id, 1, file).expect(409);
  }

  @Test
  void theBucketTakesWhatWasSignedAndNothingElse() {
    byte[] file = bytes(100);
    String id = begun(file.length);
    JsonNode way = signPut(alice.rest(), id, 1, file).expect(200).body();
    String url = way.path("url").asText();
    assertThat(put(way, bytes(101))).as("more than was announced").isEqualTo(403);
    assertThat(put(way, bytes(99))).as("less than was announced").isEqualTo(403);
    assertThat(put(way, url.replace(id + "-1", id + "-2"), file))
        .as("as another part")
        .isEqualTo(403);
    assertThat(put(way, url.replace(id, UUID.randomUUID().toString()), file))
        .as("as another file")
        .isEqualTo(403);
    assertThat(put(way, url.replace("X-Amz-Expires=300", "X-Amz-Expires=3600"), file))
        .as("for longer")
        .isEqualTo(403);
    assertThat(
            put(way, url.replaceAll("X-Amz-Signature=[0-9a-f]{4}", "X-Amz-Signature=0000"), file))
        .as("with another signature")
        .isEqualTo(403);
    assertThat(put(way, url.substring(0, url.indexOf('?')), file))
        .as("without a signature")
        .isEqualTo(403);
    assertThat(got(way, "bytes=0-").statusCode()).as("to read").isEqualTo(403);
    assertThat(s3().objects(id)).isEmpty();
    complete(id).expect(409);
  }

  @Test
  void whatIsPutAfterItsMessageIsGoneGoesToo() {
    byte[] file = bytes(100);
    String id = begun(file.length);
    JsonNode way = signPut(alice.rest(), id, 1, file).expect(200).body();
    assertThat(put(way, file)).isEqualTo(200);
    complete(id).expect(204);
    long seq = sent(id);
    JsonNode reading = signGet(bob.rest(), id, 1).expect(200).body();
    assertThat(got(reading, "bytes=0-").body()).isEqualTo(file);
    try (SocketClient socket = alice.connect(Map.of())) {
      socket.send(Talk.purge("p", Talk.cid(), conversation, seq));
      assertThat(socket.answerTo("p").path("type").asText()).isEqualTo("ok");
    }
    signGet(bob.rest(), id, 1).expect(404);
    awaitGone(id);
    assertThat(got(reading, "bytes=0-").statusCode()).isEqualTo(404);

    // The signature is still good: what it puts has nobody, and has to go when it is over.
    assertThat(put(way, file)).isEqualTo(200);
    assertThat(s3().objects(id)).containsExactly(id + "-1");
    assertThat(rows(id)).isEqualTo(1);
    change("UPDATE attachment SET writable_until = now(), due = now() WHERE id = ?::uuid", id);
    awaitGone(id);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(rows(id)).isZero());
  }

  private static void awaitGone(String id) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(s3().objects(id)).isEmpty());
  }

  private static int rows(String id) {
    return change("UPDATE attachment SET id = id WHERE id = ?::uuid", id);
  }

  private static int change(String statement, String id) {
    try (Connection database = parley().database();
        PreparedStatement update = database.prepareStatement(statement)) {
      update.setString(1, id);
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void pagesMayGoToTheBucketAndAreToldSo() {
    HttpResponse<byte[]> page = exchanged(HttpRequest.newBuilder(parley().url(1)).build());
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("; connect-src 'self' " + s3().url() + "/" + BUCKET + "/; ");
    assertThat(
            parley()
                .rest(1)
                .get("/api/configuration")
                .expect(200)
                .body()
                .path("directPartBytes")
                .asInt())
        .isEqualTo(PART);
    String id = uploaded(bytes(10));
    assertThat(s3().objects(id)).containsExactly(id + "-1");
  }
}
