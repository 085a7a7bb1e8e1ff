package chat.parley.keys.control;

import java.util.Arrays;

/**
 * A KeyPackage (RFC 9420, section 10).
 *
 * @param encoded the KeyPackage alone, without the head of an MLSMessage
 */
record MlsKeyPackage(Encoded encoded, MlsLeaf leaf) {

  /** Bytes that a record may hold. */
  static final class Encoded {

    private final byte[] value;

    Encoded(byte[] value) {
      this.value = value;
    }

    byte[] bytes() {
      return value;
    }
  }

  /** Reads an MLSMessage with a KeyPackage and nothing behind it. */
  static MlsKeyPackage message(byte[] bytes) throws Malformed {
    MlsReader in = Mls.message(bytes, Mls.KEY_PACKAGE);
    MlsKeyPackage found = read(in);
    in.requireEnd();
    return found;
  }

  static MlsKeyPackage read(MlsReader in) throws Malformed {
    int from = in.position();
    in.require(Mls.VERSION, in.uint16(), "the version");
    in.require(Mls.SUITE, in.uint16(), "the cipher suite");
    byte[] initKey = in.opaque(Mls.KEY_BYTES, "the init key");
    MlsLeaf leaf = MlsLeaf.read(in);
    in.require(Mls.FROM_KEY_PACKAGE, leaf.source(), "the source of the leaf");
    if (Arrays.equals(initKey, leaf.encryptionKey())) {
      throw new Malformed("the init key is the encryption key");
    }
    MlsReader extensions = in.vector();
    while (!extensions.isAtEnd()) {
      extensions.uint16();
      extensions.skipVector();
    }
    in.skipVector();
    return new MlsKeyPackage(new Encoded(in.since(from)), leaf);
  }
}
