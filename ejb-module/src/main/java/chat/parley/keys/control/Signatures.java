package chat.parley.keys.control;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.mls.codec.KeyPackage;
import org.bouncycastle.mls.codec.MLSInputStream;
import org.bouncycastle.mls.crypto.MlsCipherSuite;

/**
 * The one place that asks Bouncy Castle's MLS: it verifies signatures. It is given only what {@link
 * MlsReader} has read before, because it believes every length it reads; and whatever it throws
 * means that a signature is not good.
 *
 * <p>One at a time: its cipher suite has one signer for everybody, which collects what is to be
 * verified. Two at once would mix their messages and keys.
 */
final class Signatures {

  private static final MlsCipherSuite SUITE =
      MlsCipherSuite.BCMLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519;

  private Signatures() {}

  /** Whether a key has signed this (RFC 9420, section 5.1.2). */
  static synchronized boolean isGood(byte[] key, String label, byte[] content, byte[] signature) {
    try {
      return SUITE.verifyWithLabel(key, label, content, signature);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Whether the KeyPackage and its leaf are signed by the key of the leaf. */
  static synchronized boolean isGood(MlsKeyPackage keyPackage) {
    try {
      Object read = MLSInputStream.decode(keyPackage.encoded().bytes(), KeyPackage.class);
      return read instanceof KeyPackage found && found.verify();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  static byte[] sha256(byte[] value) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
