package chat.parley.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes as they travel in JSON: base64url without padding. */
public final class WireBytes {

  private final byte[] value;

  private WireBytes(byte[] value) {
    this.value = value;
  }

  /** These bytes, copied. */
  public static WireBytes of(byte[] value) {
    return new WireBytes(value.clone());
  }

  /**
   * Reads text.
   *
   * @param pointer where it stands in the request
   * @param most bytes at most
   * @throws InvalidInput when it is empty, too long, or no base64url without padding
   */
  public static WireBytes read(String pointer, String text, int most) {
    if (text.isEmpty() || text.length() > (most * 4L + 2) / 3) {
      throw new InvalidInput(pointer, "1 to " + most + " bytes in base64url are expected.");
    }
    byte[] value = decode(text);
    if (value == null) {
      throw new InvalidInput(pointer, "Base64url without padding is expected.");
    }
    return new WireBytes(value);
  }

  /** The bytes of a text; null when it is no base64url without padding, written the one way. */
  public static byte @Nullable [] decode(String text) {
    if (text.indexOf('=') >= 0) {
      return null;
    }
    byte[] value;
    try {
      value = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
    // The last character may hold bits that say nothing: only one text stands for the bytes.
    int rest = text.length() % 4;
    if (rest != 0) {
      int from = text.length() - rest;
      String last =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(Arrays.copyOfRange(value, from / 4 * 3, value.length));
      if (!text.endsWith(last)) {
        return null;
      }
    }
    return value;
  }

  /** The bytes, copied. */
  public byte[] bytes() {
    return value.clone();
  }

  /** Their SHA-256. */
  public WireBytes sha256() {
    try {
      return new WireBytes(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public int size() {
    return value.length;
  }

  /** Base64url without padding. */
  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WireBytes bytes && Arrays.equals(value, bytes.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** Their number alone. */
  @Override
  public String toString() {
    return "WireBytes[" + value.length + "]";
  }
}
