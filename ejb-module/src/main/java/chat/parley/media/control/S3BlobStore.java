package chat.parley.media.control;

import chat.parley.media.Blob;
import chat.parley.media.BlobName;
import chat.parley.media.BlobStore;
import chat.parley.media.MediaLog;
import chat.parley.media.SignedRequest;
import chat.parley.platform.Unavailable;
import chat.parley.platform.WireBytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.S3Utilities;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Keeps bytes in a bucket of Amazon S3, or of a server that speaks its protocol. */
final class S3BlobStore implements BlobStore, AutoCloseable {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

  /** With the repeats that the client makes by itself. */
  private static final Duration DONE_WITHIN = Duration.ofSeconds(45);

  /** Browsers say these by themselves, and let no page say them. */
  private static final Set<String> OF_THE_BROWSER = Set.of("host", "content-length");

  private static final String BYTES = "application/octet-stream";

  private final String bucket;
  private final String storageClass;
  private final S3Client client;
  private final S3Presigner presigner;

  /** Absent while browsers do not go to S3 by themselves. */
  private final @Nullable String pageSource;

  S3BlobStore(MediaSettings settings, AwsCredentialsProvider credentials) {
    this.bucket = settings.bucket().orElseThrow();
    this.storageClass = settings.storageClass();
    Region region = Region.of(settings.region());
    S3ClientBuilder builder =
        S3Client.builder()
            .region(region)
            .credentialsProvider(credentials)
            .forcePathStyle(settings.pathStyle())
            // What arrives is compared with the hash in the database; other servers that speak the
            // protocol do not know the newer sums.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(
                limits -> limits.apiCallTimeout(DONE_WITHIN).apiCallAttemptTimeout(ANSWER_WITHIN))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_WITHIN)
                    .socketTimeout(ANSWER_WITHIN));
    S3Configuration style =
        S3Configuration.builder().pathStyleAccessEnabled(settings.pathStyle()).build();
    S3Presigner.Builder links =
        S3Presigner.builder()
            .region(region)
            .credentialsProvider(credentials)
            .serviceConfiguration(style);
    settings.endpoint().ifPresent(builder::endpointOverride);
    settings.publicEndpoint().or(settings::endpoint).ifPresent(links::endpointOverride);
    this.client = builder.build();
    this.presigner = links.build();
    this.pageSource =
        settings.publicEndpoint().map(at -> pageSource(at, region, style, bucket)).orElse(null);
  }

  /**
   * What is below the bucket. Where it stands in the path, other buckets of that server are none of
   * our pages' business: a source whose path ends in a slash stands for what is below it (Content
   * Security Policy Level 3, section 6.7.2.12).
   */
  private static String pageSource(
      URI endpoint, Region region, S3Configuration style, String bucket) {
    String object =
        S3Utilities.builder()
            .region(region)
            .s3Configuration(style)
            .build()
            .getUrl(url -> url.endpoint(endpoint).bucket(bucket).key("x"))
            .toString();
    String below = object.substring(0, object.length() - 1);
    String origin = below.substring(0, below.indexOf('/', below.indexOf("//") + 2));
    return below.equals(origin + "/") ? origin : below;
  }

  @Override
  public void put(BlobName name, Blob blob) {
    if (blob.length() > MOST_BYTES) {
      throw new IllegalArgumentException("too many bytes: " + blob.length());
    }
    try {
      client.putObject(
          put ->
              put.bucket(bucket)
                  .key(name.toString())
                  .contentType(blob.type())
                  .contentDisposition("attachment")
                  .storageClass(storageClass),
          RequestBody.fromBytes(blob.bytes()));
    } catch (SdkException e) {
      throw away(e);
    }
  }

  @Override
  public Optional<byte[]> get(BlobName name, int length) {
    try (ResponseInputStream<GetObjectResponse> object =
        client.getObject(get -> get.bucket(bucket).key(name.toString()))) {
      byte[] bytes = object.readNBytes(length + 1);
      if (bytes.length == length) {
        return Optional.of(bytes);
      }
      object.abort();
      return Optional.empty();
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException | IOException e) {
      throw away(e);
    }
  }

  @Override
  public void put(BlobName name, String type, InputStream bytes, int length) throws IOException {
    if (length > MOST_BYTES) {
      throw new IllegalArgumentException("too many bytes: " + length);
    }
    // The client signs what it sends and repeats it when the store does not answer: it needs all of
    // it at hand.
    byte[] whole = bytes.readNBytes(length);
    if (whole.length < length) {
      throw new EOFException("fewer bytes than were announced");
    }
    put(name, new Blob(type, whole));
  }

  @Override
  public Optional<InputStream> open(BlobName name, int from, int length) {
    try {
      return Optional.of(
          new Section(
              client.getObject(
                  get ->
                      get.bucket(bucket)
                          .key(name.toString())
                          .range("bytes=%d-%d".formatted(from, from + length - 1))),
              length));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw away(e);
    }
  }

  @Override
  public OptionalLong length(BlobName name) {
    try {
      return OptionalLong.of(
          client.headObject(head -> head.bucket(bucket).key(name.toString())).contentLength());
    } catch (NoSuchKeyException e) {
      return OptionalLong.empty();
    } catch (SdkException e) {
      throw away(e);
    }
  }

  @Override
  public boolean hasRoom(long bytes) {
    return true;
  }

  @Override
  public boolean exists(BlobName name) {
    try {
      client.headObject(head -> head.bucket(bucket).key(name.toString()));
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    } catch (SdkException e) {
      throw away(e);
    }
  }

  @Override
  public void delete(BlobName name) {
    try {
      client.deleteObject(delete -> delete.bucket(bucket).key(name.toString()));
    } catch (SdkException e) {
      throw away(e);
    }
  }

  @Override
  public Optional<URI> link(BlobName name, Duration goodFor) {
    try {
      return Optional.of(
          URI.create(
              presigner
                  .presignGetObject(
                      link ->
                          link.signatureDuration(goodFor)
                              .getObjectRequest(get -> get.bucket(bucket).key(name.toString())))
                  .url()
                  .toString()));
    } catch (SdkException e) {
      throw away(e);
    }
  }

  @Override
  public Optional<String> pageSource() {
    return Optional.ofNullable(pageSource);
  }

  @Override
  public Optional<SignedRequest> signedPut(
      BlobName name, String type, int length, WireBytes sha256, Duration goodFor) {
    if (pageSource == null) {
      return Optional.empty();
    }
    return signed(
        () ->
            presigner.presignPutObject(
                link ->
                    link.signatureDuration(goodFor)
                        .putObjectRequest(
                            put ->
                                put.bucket(bucket)
                                    .key(name.toString())
                                    .contentType(type)
                                    .contentLength((long) length)
                                    .contentDisposition("attachment")
                                    .checksumSHA256(
                                        Base64.getEncoder().encodeToString(sha256.bytes()))
                                    .storageClass(storageClass))));
  }

  @Override
  public Optional<SignedRequest> signedGet(BlobName name, Duration goodFor) {
    if (pageSource == null) {
      return Optional.empty();
    }
    return signed(
        () ->
            presigner.presignGetObject(
                link ->
                    link.signatureDuration(goodFor)
                        .getObjectRequest(
                            get ->
                                get.bucket(bucket)
                                    .key(name.toString())
                                    .responseContentDisposition("attachment")
                                    .responseContentType(BYTES)
                                    .responseCacheControl("no-store"))));
  }

  private static Optional<SignedRequest> signed(Supplier<PresignedRequest> signing) {
    try {
      PresignedRequest request = signing.get();
      return Optional.of(new SignedRequest(URI.create(request.url().toString()), headers(request)));
    } catch (SdkException e) {
      throw away(e);
    }
  }

  private static Map<String, String> headers(PresignedRequest request) {
    return request.signedHeaders().entrySet().stream()
        .filter(header -> !OF_THE_BROWSER.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .collect(
            Collectors.toUnmodifiableMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> String.join(",", header.getValue())));
  }

  @Override
  public void close() {
    client.close();
    presigner.close();
  }

  private static Unavailable away(Exception cause) {
    MediaLog.LOG.storeAway(cause.getClass().getSimpleName());
    Unavailable unavailable = new Unavailable("Uploads cannot be reached now.");
    unavailable.initCause(cause);
    return unavailable;
  }
}
