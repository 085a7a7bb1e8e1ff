package chat.parley.media.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.media.Blob;
import chat.parley.media.BlobName;
import chat.parley.media.BlobStore;
import chat.parley.media.BlobStoreContract;
import chat.parley.media.MediaId;
import chat.parley.media.S3Server;
import chat.parley.media.SignedRequest;
import chat.parley.platform.Unavailable;
import chat.parley.platform.WireBytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The client of AWS itself, against a server that checks its signatures. */
class S3BlobStoreTest extends BlobStoreContract {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Blob BLOB = new Blob("image/jpeg", "hello".getBytes(StandardCharsets.UTF_8));

  @TempDir static Path folder;

  private static S3Server server;

  private S3BlobStore store;
  private S3BlobStore another;

  @BeforeAll
  static void start() {
    server = new S3Server(folder, Path.of(""), "pictures");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    store = at(server.url(), "pictures", S3Server.SECRET);
    another = at(server.url(), "pictures", S3Server.SECRET);
  }

  @AfterEach
  void close() {
    store.close();
    another.close();
  }

  private static StaticCredentialsProvider credentials(String secret) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.KEY, secret));
  }

  private static S3BlobStore at(URI endpoint, String bucket, String secret) {
    return new S3BlobStore(
        new MediaSettings(
            "s3",
            Optional.empty(),
            0,
            Optional.of(bucket),
            "us-east-1",
            Optional.of(endpoint),
            Optional.of(endpoint),
            true,
            "STANDARD"),
        credentials(secret));
  }

  @Override
  protected BlobStore store() {
    return store;
  }

  @Override
  protected BlobStore another() {
    return another;
  }

  private static HttpResponse<String> got(URI address) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aLinkIsGoodForWhoeverHasItUntilItIsOver() throws Exception {
    BlobName name = new BlobName(MediaId.next(), 96);
    BlobName other = new BlobName(MediaId.next(), 96);
    store.put(name, BLOB);
    store.put(other, BLOB);
    URI link = store.link(name, Duration.ofSeconds(60)).orElseThrow();
    HttpResponse<String> answer = got(link);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("hello");
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");

    assertThat(got(URI.create(link.toString().replace(name.toString(), other.toString()))))
        .extracting(HttpResponse::statusCode)
        .as("of another object")
        .isEqualTo(403);
    assertThat(got(URI.create(link.toString().replace("Expires=60", "Expires=6000"))))
        .extracting(HttpResponse::statusCode)
        .as("for longer")
        .isEqualTo(403);
    assertThat(got(URI.create(server.url() + "/pictures/" + name)).statusCode())
        .as("without a signature")
        .isEqualTo(403);
    URI brief = store.link(name, Duration.ofSeconds(1)).orElseThrow();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(got(brief).statusCode()).isEqualTo(403));
  }

  private static WireBytes sha256(byte[] bytes) throws GeneralSecurityException {
    return WireBytes.of(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static int put(SignedRequest signed, byte[] bytes, String... moreHeaders)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(signed.address()).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
    signed.headers().forEach(request::setHeader);
    if (moreHeaders.length > 0) {
      request.headers(moreHeaders);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private SignedRequest signedPut(BlobName name, byte[] bytes, Duration goodFor) throws Exception {
    return store
        .signedPut(name, "application/octet-stream", bytes.length, sha256(bytes), goodFor)
        .orElseThrow();
  }

  @Test
  void aSignedPutTakesTheseBytesUnderThisNameUntilItIsOver() throws Exception {
    BlobName name = new BlobName(MediaId.next(), 1);
    BlobName other = new BlobName(MediaId.next(), 1);
    byte[] bytes = "ciphertext".getBytes(StandardCharsets.UTF_8);
    SignedRequest signed = signedPut(name, bytes, Duration.ofMinutes(5));
    assertThat(signed.headers())
        .containsEntry("content-type", "application/octet-stream")
        .containsEntry("content-disposition", "attachment")
        .containsEntry(
            "x-amz-checksum-sha256", Base64.getEncoder().encodeToString(sha256(bytes).bytes()))
        .as("what the rules of a bucket have to name, see docs/operations")
        .containsOnlyKeys(
            "content-type", "content-disposition", "x-amz-checksum-sha256", "x-amz-storage-class");

    assertThat(put(signed, "ciphertext, and more".getBytes(StandardCharsets.UTF_8)))
        .as("more than was announced")
        .isEqualTo(403);
    assertThat(put(signed, "cipher".getBytes(StandardCharsets.UTF_8)))
        .as("less than was announced")
        .isEqualTo(403);
    SignedRequest elsewhere =
        new SignedRequest(
            URI.create(signed.address().toString().replace(name.toString(), other.toString())),
            signed.headers());
    assertThat(put(elsewhere, bytes)).as("under another name").isEqualTo(403);
    Map<String, String> anotherSum = new HashMap<>(signed.headers());
    anotherSum.put(
        "x-amz-checksum-sha256",
        Base64.getEncoder().encodeToString(sha256(new byte[bytes.length]).bytes()));
    assertThat(put(new SignedRequest(signed.address(), anotherSum), new byte[bytes.length]))
        .as("other bytes, with their sum")
        .isEqualTo(403);
    SignedRequest longer =
        new SignedRequest(
            URI.create(signed.address().toString().replace("Expires=300", "Expires=3000")),
            signed.headers());
    assertThat(put(longer, bytes)).as("for longer").isEqualTo(403);
    assertThat(store.exists(name)).isFalse();
    assertThat(store.exists(other)).isFalse();

    assertThat(put(signed, bytes)).isEqualTo(200);
    assertThat(put(signed, bytes)).as("again").isEqualTo(200);
    assertThat(another.length(name)).hasValue(bytes.length);
    assertThat(another.get(name, bytes.length)).contains(bytes);

    SignedRequest brief = signedPut(name, bytes, Duration.ofSeconds(1));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(put(brief, bytes)).isEqualTo(403));
  }

  @Test
  void aSignedGetGivesSpansOfThisNameAsBytesToBeSaved() throws Exception {
    BlobName name = new BlobName(MediaId.next(), 1);
    BlobName other = new BlobName(MediaId.next(), 1);
    store.put(name, BLOB);
    store.put(other, BLOB);
    SignedRequest signed = store.signedGet(name, Duration.ofMinutes(5)).orElseThrow();
    assertThat(signed.headers()).isEmpty();
    HttpResponse<String> span =
        HTTP.send(
            HttpRequest.newBuilder(signed.address()).header("Range", "bytes=1-3").build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(span.statusCode()).isEqualTo(206);
    assertThat(span.body()).isEqualTo("ell");
    assertThat(span.headers().allValues("Content-Type"))
        .containsExactly("application/octet-stream");
    assertThat(span.headers().allValues("Content-Disposition")).containsExactly("attachment");
    assertThat(span.headers().allValues("Cache-Control")).containsExactly("no-store");

    String address = signed.address().toString();
    assertThat(got(URI.create(address.replace(name.toString(), other.toString()))).statusCode())
        .as("of another name")
        .isEqualTo(403);
    assertThat(got(URI.create(address.replace("=attachment", "=inline"))).statusCode())
        .as("to be shown")
        .isEqualTo(403);
    assertThat(put(signed, "hello".getBytes(StandardCharsets.UTF_8)))
        .as("to put something")
        .isEqualTo(403);
    store.delete(name);
    assertThat(got(signed.address()).statusCode()).as("of what is deleted").isEqualTo(404);
  }

  @Test
  void pagesGoToTheBucketAloneAndOnlyWhereTheyAreToldTo() throws Exception {
    assertThat(store.pageSource()).contains(server.url() + "/pictures/");
    assertThat(store.signedGet(new BlobName(MediaId.next(), 1), Duration.ofMinutes(5)))
        .get()
        .extracting(signed -> signed.address().toString())
        .asString()
        .startsWith(server.url() + "/pictures/");
    try (S3BlobStore inTheName =
            with("eu-central-1", Optional.of("https://s3.eu-central-1.amazonaws.com"));
        S3BlobStore closed = with("eu-central-1", Optional.empty())) {
      String source = "https://pictures.s3.eu-central-1.amazonaws.com";
      BlobName name = new BlobName(MediaId.next(), 1);
      assertThat(inTheName.pageSource()).contains(source);
      assertThat(inTheName.signedGet(name, Duration.ofMinutes(5)))
          .get()
          .extracting(signed -> signed.address().toString())
          .asString()
          .startsWith(source + "/" + name + "?");
      assertThat(closed.pageSource()).isEmpty();
      assertThat(closed.signedGet(name, Duration.ofMinutes(5))).isEmpty();
      assertThat(
              closed.signedPut(
                  name, "application/octet-stream", 1, sha256(new byte[1]), Duration.ofMinutes(5)))
          .isEmpty();
    }
  }

  private static S3BlobStore with(String region, Optional<String> publicEndpoint) {
    return new S3BlobStore(
        new MediaSettings(
            "s3",
            Optional.empty(),
            0,
            Optional.of("pictures"),
            region,
            Optional.empty(),
            publicEndpoint.map(URI::create),
            false,
            "STANDARD"),
        credentials(S3Server.SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://s3.example.org",
        "https://s3.example.org/",
        "https://s3.example.org/path",
        "https://*",
        "https://S3.example.org",
        "https://s3.example.org;script-src",
        "s3.example.org"
      })
  void whatIsNoAddressForBrowsersIsRefused(String address) {
    assertThatThrownBy(() -> with("us-east-1", Optional.of(address)))
        .hasMessageStartingWith("The setting parley.media.s3.public-endpoint must be");
  }

  @Test
  void whatTheServerRefusesIsAStoreThatIsAway() {
    BlobName name = new BlobName(MediaId.next(), 96);
    try (S3BlobStore forger = at(server.url(), "pictures", "another secret");
        S3BlobStore lost = at(server.url(), "no-such-bucket", S3Server.SECRET);
        S3BlobStore silent = at(URI.create("http://127.0.0.1:1"), "pictures", S3Server.SECRET)) {
      for (S3BlobStore each : new S3BlobStore[] {forger, lost, silent}) {
        assertThatThrownBy(() -> each.put(name, BLOB))
            .isInstanceOf(Unavailable.class)
            .hasMessage("Uploads cannot be reached now.");
      }
      assertThatThrownBy(() -> forger.get(name, 5)).isInstanceOf(Unavailable.class);
      assertThatThrownBy(() -> forger.exists(name)).isInstanceOf(Unavailable.class);
      assertThatThrownBy(() -> forger.delete(name)).isInstanceOf(Unavailable.class);
    }
    assertThat(store.exists(name)).isFalse();
  }
}
