package chat.parley.keys.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;

/** A LeafNode (RFC 9420, section 7.2), whose credential names a device of an account. */
final class MlsLeaf {

  private static final Pattern IDENTITY = Pattern.compile("([0-9a-f-]{36})/([0-9a-f-]{36})");

  private final byte[] encoded;
  private final byte[] unsigned;
  private final byte[] encryptionKey;
  private final byte[] signatureKey;
  private final AccountId account;
  private final DeviceId device;
  private final int source;
  private final long notBefore;
  private final long notAfter;
  private final byte[] signature;

  private MlsLeaf(MlsReader in) throws Malformed {
    int from = in.position();
    encryptionKey = in.opaque(Mls.KEY_BYTES, "the encryption key");
    signatureKey = in.opaque(Mls.KEY_BYTES, "the signature key");
    in.require(Mls.BASIC_CREDENTIAL, in.uint16(), "the type of the credential");
    String[] identity = identity(in.opaque());
    account = new AccountId(id(identity[0]));
    device = new DeviceId(id(identity[1]));
    // Versions, cipher suites, extensions, proposals and credentials that it can do.
    for (int i = 0; i < 5; i++) {
      in.skipVector();
    }
    source = in.uint8();
    switch (source) {
      case Mls.FROM_KEY_PACKAGE -> {
        notBefore = in.uint64();
        notAfter = in.uint64();
      }
      case Mls.FROM_UPDATE -> {
        notBefore = 0;
        notAfter = 0;
      }
      case Mls.FROM_COMMIT -> {
        in.skipVector();
        notBefore = 0;
        notAfter = 0;
      }
      default -> throw new Malformed("the source of a leaf is " + source);
    }
    extensions(in.vector());
    unsigned = in.since(from);
    signature = in.opaque();
    encoded = in.since(from);
  }

  static MlsLeaf read(MlsReader in) throws Malformed {
    return new MlsLeaf(in);
  }

  private static void extensions(MlsReader all) throws Malformed {
    while (!all.isAtEnd()) {
      all.uint16();
      all.skipVector();
    }
  }

  private static String[] identity(byte[] bytes) throws Malformed {
    var found = IDENTITY.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    if (!found.matches()) {
      throw new Malformed("the identity is not <account>/<device>");
    }
    return new String[] {found.group(1), found.group(2)};
  }

  private static UUID id(String text) throws Malformed {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw new Malformed("the identity is not <account>/<device>");
    }
    throw new Malformed("the identity is not <account>/<device>");
  }

  /** What is signed (section 7.2). */
  byte[] toBeSigned(byte[] group, int index) {
    MlsWriter out = new MlsWriter().raw(unsigned);
    if (source != Mls.FROM_KEY_PACKAGE) {
      out.opaque(group).uint32(index);
    }
    return out.bytes();
  }

  boolean isSame(MlsLeaf other) {
    return Arrays.equals(encoded, other.encoded);
  }

  /** Whether now is within its lifetime, by seconds since 1970; the other end may be far away. */
  boolean isAlive(long now, long skew) {
    return source == Mls.FROM_KEY_PACKAGE
        && notBefore >= 0
        && notBefore <= now + skew
        && (notAfter < 0 || notAfter > now);
  }

  /** Whether it lives for at most so many seconds from now. */
  boolean endsWithin(long now, long seconds) {
    return notAfter >= 0 && notAfter <= now + seconds;
  }

  byte[] encoded() {
    return encoded;
  }

  byte[] encryptionKey() {
    return encryptionKey;
  }

  byte[] signatureKey() {
    return signatureKey;
  }

  byte[] signature() {
    return signature;
  }

  AccountId account() {
    return account;
  }

  DeviceId device() {
    return device;
  }

  int source() {
    return source;
  }

  /** The end of its lifetime in seconds since 1970. */
  long notAfter() {
    return notAfter;
  }
}
