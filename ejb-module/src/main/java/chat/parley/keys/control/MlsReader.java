package chat.parley.keys.control;

import java.util.Arrays;

/**
 * Reads the presentation language of RFC 9420 (section 2.1) from bytes of strangers. It never takes
 * more memory than there are bytes, whatever a length says, and refuses what is written another way
 * than the one way there is.
 */
final class MlsReader {

  private final byte[] bytes;
  private final int end;
  private int at;

  MlsReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private MlsReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** Where the next byte stands. */
  int position() {
    return at;
  }

  /** What was read since a place. */
  byte[] since(int from) {
    return Arrays.copyOfRange(bytes, from, at);
  }

  boolean isAtEnd() {
    return at == end;
  }

  void requireEnd() throws Malformed {
    if (at != end) {
      throw new Malformed("bytes behind its end");
    }
  }

  int uint8() throws Malformed {
    return (int) number(1);
  }

  int uint16() throws Malformed {
    return (int) number(2);
  }

  long uint32() throws Malformed {
    return number(4);
  }

  /** An unsigned number of 64 bits; those from 2^63 are negative. */
  long uint64() throws Malformed {
    return number(8);
  }

  boolean isPresent() throws Malformed {
    int flag = uint8();
    if (flag > 1) {
      throw new Malformed("a flag that is neither 0 nor 1");
    }
    return flag == 1;
  }

  void require(int expected, int found, String what) throws Malformed {
    if (found != expected) {
      throw new Malformed(what + " is " + found + ", not " + expected);
    }
  }

  /** A vector of bytes. */
  byte[] opaque() throws Malformed {
    int length = length();
    byte[] value = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return value;
  }

  /** A vector of bytes of this length. */
  byte[] opaque(int expected, String what) throws Malformed {
    byte[] value = opaque();
    if (value.length != expected) {
      throw new Malformed(what + " has " + value.length + " bytes, not " + expected);
    }
    return value;
  }

  /** A vector of anything, to be read by a reader of its own. */
  MlsReader vector() throws Malformed {
    int length = length();
    MlsReader within = new MlsReader(bytes, at, at + length);
    at += length;
    return within;
  }

  void skipVector() throws Malformed {
    int length = length();
    at += length;
  }

  /** A length of 6, 14 or 30 bits, in the fewest bytes (section 2.1.2). */
  private int length() throws Malformed {
    int first = uint8();
    int size = 1 << (first >> 6);
    if (size == 8) {
      throw new Malformed("a length of a size that there is not");
    }
    long length = first & 0x3f;
    if (size > 1) {
      length = (length << (8 * (size - 1))) | number(size - 1);
      if (length < (size == 2 ? 1 << 6 : 1 << 14)) {
        throw new Malformed("a length in more bytes than it needs");
      }
    }
    if (length > end - at) {
      throw new Malformed("a length beyond its end");
    }
    return (int) length;
  }

  private long number(int size) throws Malformed {
    if (size > end - at) {
      throw new Malformed("it breaks off");
    }
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = (value << 8) | (bytes[at++] & 0xff);
    }
    return value;
  }
}
