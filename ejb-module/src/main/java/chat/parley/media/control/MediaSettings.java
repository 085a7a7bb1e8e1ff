package chat.parley.media.control;

import chat.parley.platform.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where uploads are kept.
 *
 * @param store {@code files} or {@code s3}
 * @param path the folder, one for all instances; without one nobody can upload
 * @param keepFree bytes of the folder's disk that uploads leave free
 * @param endpoint instead of the region's usual one
 * @param pathStyle whether the bucket stands in the path and not in the host name
 * @param publicEndpoint where browsers reach S3; without it they never go there by themselves
 * @param storageClass one of S3's, such as {@code STANDARD}
 */
record MediaSettings(
    @Setting("parley.media.store") String store,
    @Setting("parley.media.path") Optional<Path> path,
    @Setting("parley.media.keep-free") long keepFree,
    @Setting("parley.media.s3.bucket") Optional<String> bucket,
    @Setting("parley.media.s3.region") String region,
    @Setting("parley.media.s3.endpoint") Optional<URI> endpoint,
    @Setting("parley.media.s3.public-endpoint") Optional<URI> publicEndpoint,
    @Setting("parley.media.s3.path-style") boolean pathStyle,
    @Setting("parley.media.s3.storage-class") String storageClass) {

  /** It stands in a header, and pages of TLS may open nothing else; what is local is for tests. */
  private static final Pattern PUBLIC =
      Pattern.compile(
          "(https://[a-z0-9.-]+|http://(127\\.0\\.0\\.1|localhost))(:[1-9][0-9]{0,4})?");

  /** What stands in that header, too. */
  private static final Pattern PLAIN_BUCKET = Pattern.compile("[a-z0-9.-]{3,63}");

  MediaSettings {
    if (!store.equals("files") && !store.equals("s3")) {
      throw new IllegalArgumentException("The setting parley.media.store must be files or s3.");
    }
    if (store.equals("s3") && bucket.isEmpty()) {
      throw new IllegalArgumentException(
          "The setting parley.media.s3.bucket must name a bucket when parley.media.store is s3.");
    }
    if (keepFree < 0) {
      throw new IllegalArgumentException(
          "The setting parley.media.keep-free must be a number of bytes.");
    }
    publicEndpoint
        .filter(address -> !PUBLIC.matcher(address.toString()).matches())
        .ifPresent(
            address -> {
              throw new IllegalArgumentException(
                  "The setting parley.media.s3.public-endpoint must be an address such as"
                      + " https://s3.example.org, lower case, without a path.");
            });
    if (publicEndpoint.isPresent()
        && bucket.filter(name -> !PLAIN_BUCKET.matcher(name).matches()).isPresent()) {
      throw new IllegalArgumentException(
          "The setting parley.media.s3.bucket must be 3 to 63 lower-case letters, digits, dots and"
              + " hyphens where parley.media.s3.public-endpoint is set.");
    }
    if (!storageClass.matches("[A-Z_]{1,40}")) {
      throw new IllegalArgumentException(
          "The setting parley.media.s3.storage-class must be one of S3's, such as STANDARD.");
    }
  }
}
