package chat.parley.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads of a picture what its first bytes say, and decodes nothing. */
final class PictureFormat {

  private static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
  };

  private PictureFormat() {}

  /** What a picture is. */
  record Found(String type, int width, int height) {}

  /** The format and size; null when the bytes are none of the three formats. */
  static @Nullable Found look(byte[] bytes) {
    if (startsWith(bytes, 0, PNG) && bytes.length >= 24) {
      return new Found("image/png", size(big(bytes, 16, 4)), size(big(bytes, 20, 4)));
    }
    if (bytes.length > 3 && big(bytes, 0, 3) == 0xffd8ff) {
      return jpeg(bytes);
    }
    if (is(bytes, 0, "RIFF") && is(bytes, 8, "WEBP") && bytes.length >= 30) {
      return webp(bytes);
    }
    return null;
  }

  /** The frame header among the segments (ITU T.81, annex B). */
  private static @Nullable Found jpeg(byte[] bytes) {
    int at = 2;
    while (at + 9 <= bytes.length && at(bytes, at) == 0xff) {
      int marker = at(bytes, at + 1);
      if (marker == 0xff) {
        at++;
        continue;
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        return new Found("image/jpeg", (int) big(bytes, at + 7, 2), (int) big(bytes, at + 5, 2));
      }
      int length = (int) big(bytes, at + 2, 2);
      if (length < 2) {
        return null;
      }
      at += 2 + length;
    }
    return null;
  }

  /** The three forms of RFC 9649, section 2. */
  private static @Nullable Found webp(byte[] bytes) {
    if (is(bytes, 12, "VP8X")) {
      return webp(1 + little(bytes, 24, 3), 1 + little(bytes, 27, 3));
    }
    if (is(bytes, 12, "VP8L") && at(bytes, 20) == 0x2f) {
      long bits = little(bytes, 21, 4);
      return webp(1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff));
    }
    if (is(bytes, 12, "VP8 ") && big(bytes, 23, 3) == 0x9d012a) {
      return webp(little(bytes, 26, 2) & 0x3fff, little(bytes, 28, 2) & 0x3fff);
    }
    return null;
  }

  private static Found webp(long width, long height) {
    return new Found("image/webp", size(width), size(height));
  }

  private static int size(long pixels) {
    return (int) Math.min(pixels, Integer.MAX_VALUE);
  }

  private static boolean is(byte[] bytes, int from, String text) {
    return startsWith(bytes, from, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean startsWith(byte[] bytes, int from, byte[] start) {
    int end = from + start.length;
    return bytes.length >= end && Arrays.equals(bytes, from, end, start, 0, start.length);
  }

  private static int at(byte[] bytes, int at) {
    return bytes[at] & 0xff;
  }

  private static long big(byte[] bytes, int from, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 8) | at(bytes, from + i);
    }
    return value;
  }

  private static long little(byte[] bytes, int from, int count) {
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = (value << 8) | at(bytes, from + i);
    }
    return value;
  }
}
