package chat.parley.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A link of a stream's hash chain:
 *
 * <pre>SHA-256(previous hash ‖ stream ‖ seq ‖ kind ‖ 0x00 ‖ body)</pre>
 *
 * with the previous hash as 32 bytes (all zero before the first entry), the stream's name and the
 * kind in ASCII, seq as 8 bytes big-endian, and the body in UTF-8. Every part but the last has a
 * fixed length or ends in a zero byte, so no two different entries hash the same bytes.
 */
public final class EntryHash {

  public static final EntryHash GENESIS = new EntryHash(new byte[32]);

  private final byte[] value;

  private EntryHash(byte[] value) {
    this.value = value;
  }

  /**
   * The hash with this value.
   *
   * @param value 32 bytes, copied
   */
  public static EntryHash of(byte[] value) {
    if (value.length != 32) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + value.length);
    }
    return new EntryHash(value.clone());
  }

  /** The hash of the entry that follows this one. */
  public EntryHash next(StreamId stream, long seq, String kind, byte[] body) {
    MessageDigest sha256 = sha256();
    sha256.update(value);
    sha256.update(stream.toString().getBytes(StandardCharsets.US_ASCII));
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seq));
    sha256.update(kind.getBytes(StandardCharsets.US_ASCII));
    sha256.update((byte) 0);
    return new EntryHash(sha256.digest(body));
  }

  public byte[] bytes() {
    return value.clone();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntryHash that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** The wire form: base64url without padding. */
  @Override
  public String toString() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }
}
