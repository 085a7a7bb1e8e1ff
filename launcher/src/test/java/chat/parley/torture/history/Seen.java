package chat.parley.torture.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a client saw it.
 *
 * @param hash the link of the chain, as on the wire
 * @param content a digest of kind and body; null when the body was erased
 * @param message which message this is, as its body says: the key it was sent with; null for what
 *     the server wrote, and when the body was erased
 */
public record Seen(
    String stream,
    long seq,
    String kind,
    String hash,
    @Nullable String content,
    @Nullable String message) {

  /** The digest of a body of this kind. */
  public static String content(String kind, String body) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(kind.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      byte[] digest = sha256.digest(body.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
