package chat.parley.media.control;

import chat.parley.media.UnsupportedPicture;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A picture that somebody sent, bare: nothing is decoded yet, but its bytes say what it is and how
 * large, it has an end, and only the parts that a decoder needs are left of it. What tells of
 * place, time and camera, colour profiles, comments, previews, animations and whatever follows the
 * end are gone before a decoder sees them.
 */
final class PictureSource {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final Set<String> PNG_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final int PNG_CHUNK_BYTES = 12;
  private static final int PNG_HEADER_BYTES = 13;

  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};
  private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};
  private static final int JFIF_BYTES = 16;
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;

  private final String format;
  private final byte[] bytes;
  private final ByteArrayOutputStream bare;
  private int width;
  private int height;
  private int scans;
  private Orientation orientation = Orientation.UPRIGHT;

  private PictureSource(String format, byte[] bytes) {
    this.format = format;
    this.bytes = bytes;
    this.bare = new ByteArrayOutputStream(bytes.length);
  }

  /**
   * Looks at a picture.
   *
   * @throws UnsupportedPicture when the bytes begin like no picture that can be read
   * @throws InvalidInput when they go on otherwise than they began, have no end, or the picture is
   *     too large or too small
   */
  static PictureSource of(byte[] bytes) {
    if (startsWith(bytes, 0, PNG)) {
      PictureSource png = new PictureSource("png", bytes);
      png.readPng();
      return png;
    }
    if (bytes.length > 3 && at(bytes, 0) == 0xff && at(bytes, 1) == 0xd8 && at(bytes, 2) == 0xff) {
      PictureSource jpeg = new PictureSource("jpeg", bytes);
      jpeg.readJpeg();
      return jpeg;
    }
    throw new UnsupportedPicture();
  }

  /** As the decoders call it. */
  String format() {
    return format;
  }

  /** Pixels of a row as it is stored. */
  int storedWidth() {
    return width;
  }

  /** Pixels of a column as it is stored. */
  int storedHeight() {
    return height;
  }

  int width() {
    return orientation.swapped() ? height : width;
  }

  int height() {
    return orientation.swapped() ? width : height;
  }

  Orientation orientation() {
    return orientation;
  }

  /** What a decoder gets. */
  byte[] bare() {
    return bare.toByteArray();
  }

  /** The chunks of a PNG (PNG specification, third edition, section 5). */
  private void readPng() {
    bare.writeBytes(PNG);
    int at = PNG.length;
    boolean first = true;
    while (true) {
      if (at > bytes.length - PNG_CHUNK_BYTES) {
        throw damaged();
      }
      long length = big(at, 4);
      if (length > bytes.length - at - PNG_CHUNK_BYTES) {
        throw damaged();
      }
      int end = at + PNG_CHUNK_BYTES + (int) length;
      String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (first != type.equals("IHDR") || (first && length != PNG_HEADER_BYTES)) {
        throw damaged();
      }
      if (PNG_CHUNKS.contains(type)) {
        CRC32 sum = new CRC32();
        sum.update(bytes, at + 4, (int) length + 4);
        if (sum.getValue() != big(end - 4, 4)) {
          throw damaged();
        }
        bare.write(bytes, at, end - at);
      }
      if (first) {
        sized(big(at + 8, 4), big(at + 12, 4));
      }
      if (type.equals("IEND")) {
        return;
      }
      first = false;
      at = end;
    }
  }

  /** The segments of a JPEG (ITU T.81, annex B). */
  private void readJpeg() {
    bare.write(bytes, 0, 2);
    int at = 2;
    while (true) {
      if (at > bytes.length - 2 || at(bytes, at) != 0xff) {
        throw damaged();
      }
      int marker = at(bytes, at + 1);
      if (marker == 0xff) {
        at++;
      } else if (marker == 0xd9) {
        if (scans == 0) {
          throw damaged();
        }
        bare.write(bytes, at, 2);
        return;
      } else if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
        at += 2;
      } else {
        at = segment(at, marker);
      }
    }
  }

  private int segment(int at, int marker) {
    if (at > bytes.length - 4) {
      throw damaged();
    }
    int length = (int) big(at + 2, 2);
    int end = at + 2 + length;
    if (length < 2 || end > bytes.length) {
      throw damaged();
    }
    int from = at + 4;
    switch (marker) {
      case 0xc0, 0xc1, 0xc2 -> frame(from, end);
      // Tables of what is decoded, and the Adobe segment that says how colours are written.
      case 0xc4, 0xdb, 0xdd -> {}
      case 0xda -> {
        int scan = scan(end);
        bare.write(bytes, at, scan - at);
        return scan;
      }
      case 0xe0 -> {
        if (!startsWith(bytes, from, JFIF) || length != JFIF_BYTES) {
          return end;
        }
      }
      case 0xe1 -> {
        if (startsWith(bytes, from, EXIF)) {
          orientation = exif(from + EXIF.length, end);
        }
        return end;
      }
      case 0xee -> {
        if (!startsWith(bytes, from, ADOBE)) {
          return end;
        }
      }
      default -> {
        if (marker < 0xe0) {
          // Arithmetic coding, lossless and hierarchical pictures, which nobody has.
          throw new UnsupportedPicture();
        }
        return end;
      }
    }
    bare.write(bytes, at, end - at);
    return end;
  }

  private void frame(int from, int end) {
    if (end - from < 6 || width != 0) {
      throw damaged();
    }
    int components = at(bytes, from + 5);
    if (at(bytes, from) != 8 || (components != 1 && components != 3)) {
      throw new UnsupportedPicture();
    }
    sized(big(from + 3, 2), big(from + 1, 2));
  }

  /** The end of the compressed data that begins here: the next marker that stands by itself. */
  private int scan(int from) {
    scans++;
    if (width == 0
        || scans > Limits.PICTURE_SCANS
        || (long) scans * width * height > Limits.PICTURE_SCANNED_PIXELS) {
      throw damaged();
    }
    for (int at = from; at < bytes.length - 1; at++) {
      int next = at(bytes, at + 1);
      if (at(bytes, at) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
        return at;
      }
    }
    throw damaged();
  }

  /** The orientation among what a camera wrote (TIFF 6.0, section 2); upright when it says none. */
  private Orientation exif(int from, int end) {
    boolean little = startsWith(bytes, from, new byte[] {'I', 'I', 42, 0});
    if ((!little && !startsWith(bytes, from, new byte[] {'M', 'M', 0, 42})) || end - from < 8) {
      return Orientation.UPRIGHT;
    }
    long directory = from + number(from + 4, 4, little);
    if (directory > end - 2) {
      return Orientation.UPRIGHT;
    }
    int count = (int) number((int) directory, 2, little);
    for (int i = 0; i < count; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry > end - 12) {
        return Orientation.UPRIGHT;
      }
      int place = (int) entry;
      if (number(place, 2, little) == ORIENTATION && number(place + 2, 2, little) == SHORT) {
        return Orientation.of((int) number(place + 8, 2, little));
      }
    }
    return Orientation.UPRIGHT;
  }

  private void sized(long wide, long high) {
    if (wide < Limits.PICTURE_SMALLEST || high < Limits.PICTURE_SMALLEST) {
      throw new InvalidInput(
          "", "A picture has at least " + Limits.PICTURE_SMALLEST + " pixels each way.");
    }
    if (wide > Limits.PICTURE_EDGE
        || high > Limits.PICTURE_EDGE
        || wide * high > Limits.PICTURE_PIXELS) {
      throw new InvalidInput(
          "",
          "A picture has at most "
              + Limits.PICTURE_PIXELS / 1_000_000
              + " megapixels, and "
              + Limits.PICTURE_EDGE
              + " pixels each way.");
    }
    width = (int) wide;
    height = (int) high;
  }

  /** Of bytes that go on otherwise than they began. */
  static InvalidInput damaged() {
    return new InvalidInput("", "The picture is damaged or not whole.");
  }

  private static boolean startsWith(byte[] bytes, int from, byte[] start) {
    int end = from + start.length;
    return bytes.length >= end && Arrays.equals(bytes, from, end, start, 0, start.length);
  }

  private static int at(byte[] bytes, int at) {
    return bytes[at] & 0xff;
  }

  private long big(int from, int count) {
    return number(from, count, false);
  }

  private long number(int from, int count, boolean little) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 8) | at(bytes, from + (little ? count - 1 - i : i));
    }
    return value;
  }
}
