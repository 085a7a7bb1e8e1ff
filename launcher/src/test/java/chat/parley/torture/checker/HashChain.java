package chat.parley.torture.checker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Follows the hashes of one stream, computed from docs/protocol and not by the product's own class.
 * A body that was erased cannot be verified: the chain goes on from the hash that is there.
 */
public final class HashChain {

  private final byte[] stream;
  private byte[] last = new byte[32];
  private long expected = 1;

  /** Before the first entry. */
  public HashChain(String stream) {
    this.stream = stream.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether this entry continues the chain; the next one is measured by this one in any case. */
  public boolean takes(long seq, String kind, byte[] hash, @Nullable String body) {
    boolean continues = seq == expected && (body == null || isNext(seq, kind, hash, body));
    last = hash.clone();
    expected = seq + 1;
    return continues;
  }

  private boolean isNext(long seq, String kind, byte[] hash, String body) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(last);
      sha256.update(stream);
      sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seq));
      sha256.update(kind.getBytes(StandardCharsets.US_ASCII));
      sha256.update((byte) 0);
      return MessageDigest.isEqual(sha256.digest(body.getBytes(StandardCharsets.UTF_8)), hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A hash as it is on the wire. */
  public static String text(byte[] hash) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
