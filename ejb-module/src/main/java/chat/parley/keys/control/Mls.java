package chat.parley.keys.control;

/** The numbers of RFC 9420 that Parley speaks of (section 17), and those it decided for. */
final class Mls {

  static final int VERSION = 1;

  /** MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519. */
  static final int SUITE = 1;

  static final int PUBLIC_MESSAGE = 1;
  static final int PRIVATE_MESSAGE = 2;
  static final int WELCOME = 3;
  static final int GROUP_INFO = 4;
  static final int KEY_PACKAGE = 5;

  static final int APPLICATION = 1;
  static final int COMMIT = 3;

  static final int MEMBER = 1;
  static final int NEW_MEMBER_COMMIT = 4;

  static final int BASIC_CREDENTIAL = 1;

  static final int ADD = 1;
  static final int REMOVE = 3;
  static final int EXTERNAL_INIT = 6;

  static final int BY_VALUE = 1;

  static final int RATCHET_TREE = 2;
  static final int EXTERNAL_PUB = 4;

  static final int LEAF = 1;
  static final int PARENT = 2;

  static final int FROM_KEY_PACKAGE = 1;
  static final int FROM_UPDATE = 2;
  static final int FROM_COMMIT = 3;

  /** Bytes of a key of X25519 and of Ed25519, and of a SHA-256. */
  static final int KEY_BYTES = 32;

  private Mls() {}

  /** Begins to read an MLSMessage of this kind (section 6). */
  static MlsReader message(byte[] bytes, int wireFormat) throws Malformed {
    MlsReader in = new MlsReader(bytes);
    in.require(VERSION, in.uint16(), "the version");
    in.require(wireFormat, in.uint16(), "the wire format");
    return in;
  }
}
