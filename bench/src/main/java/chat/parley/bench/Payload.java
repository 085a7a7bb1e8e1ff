package chat.parley.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * The opaque payload: "~L1:" sender(8 hex) sequence(8 hex) nanos(16 hex) filler. ASCII only, so
 * that every protocol carries the same bytes, and it survives JSON and XML without escaping.
 */
final class Payload {
  static final ByteBuf MARK =
      Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("~L1:", StandardCharsets.US_ASCII));
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 36;
  private final int size;
  private final ByteBuf filler;

  Payload(int size) {
    this.size = size;
    ByteBuf f = Unpooled.directBuffer(size);
    SplittableRandom r = new SplittableRandom(7);
    for (int i = HEAD; i < size; i++) {
      f.writeByte(
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(r.nextInt(64)));
    }
    filler = f;
  }

  ByteBuf make(int sender, int seq, long nanos) {
    ByteBuf b = PooledByteBufAllocator.DEFAULT.directBuffer(size);
    b.writeBytes(MARK, 0, 4);
    putHex(b, sender, 8);
    putHex(b, seq, 8);
    putHex(b, nanos, 16);
    return b.writeBytes(filler, 0, size - HEAD);
  }

  /** Where the payload starts in a text frame, or -1. */
  static int find(ByteBuf frame, int from) {
    int end = frame.writerIndex() - HEAD;
    for (int i = from; i <= end; i++) {
      i = frame.indexOf(i, end + 1, (byte) '~');
      if (i < 0) {
        return -1;
      }
      if (frame.getByte(i + 1) == 'L'
          && frame.getByte(i + 2) == '1'
          && frame.getByte(i + 3) == ':') {
        return i;
      }
    }
    return -1;
  }

  boolean intact(ByteBuf frame, int at) {
    return frame.writerIndex() - at >= size
        && ByteBufUtil.equals(frame, at + HEAD, filler, 0, size - HEAD);
  }

  static int sender(ByteBuf b, int at) {
    return (int) hex(b, at + 4, 8);
  }

  static int seq(ByteBuf b, int at) {
    return (int) hex(b, at + 12, 8);
  }

  static long nanos(ByteBuf b, int at) {
    return hex(b, at + 20, 16);
  }

  private static void putHex(ByteBuf b, long v, int digits) {
    for (int s = (digits - 1) * 4; s >= 0; s -= 4) {
      b.writeByte(HEX[(int) (v >>> s) & 15]);
    }
  }

  private static long hex(ByteBuf b, int at, int digits) {
    long v = 0;
    for (int i = 0; i < digits; i++) {
      int c = b.getByte(at + i);
      v = v << 4 | (c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return v;
  }
}
