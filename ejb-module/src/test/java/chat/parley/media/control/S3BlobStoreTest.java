package chat.parley.media.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.media.Blob;
import chat.parley.media.BlobName;
import chat.parley.media.BlobStore;
import chat.parley.media.BlobStoreContract;
import chat.parley.media.MediaId;
import chat.parley.platform.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

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
    server = new S3Server(folder);
    try (S3Client client =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(server.url())
            .forcePathStyle(true)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(credentials(S3Server.SECRET))
            .build()) {
      client.createBucket(bucket -> bucket.bucket("pictures"));
    }
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
