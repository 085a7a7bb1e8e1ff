package chat.parley.keys.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Writes the presentation language of RFC 9420 (section 2.1): what is hashed and signed. */
final class MlsWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  MlsWriter uint8(int value) {
    out.write(value);
    return this;
  }

  MlsWriter uint16(int value) {
    return raw(ByteBuffer.allocate(Short.BYTES).putShort((short) value).array());
  }

  MlsWriter uint32(int value) {
    return raw(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  MlsWriter raw(byte[] value) {
    out.writeBytes(value);
    return this;
  }

  /** A vector of bytes. */
  MlsWriter opaque(byte[] value) {
    if (value.length < 1 << 6) {
      uint8(value.length);
    } else if (value.length < 1 << 14) {
      uint16(value.length | (1 << 14));
    } else {
      uint32(value.length | (1 << 31));
    }
    return raw(value);
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
