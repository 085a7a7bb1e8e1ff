package chat.parley.trust.control;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Signatures of Ed25519 (RFC 8032), with public keys of 32 bytes. */
final class Ed25519 {

  private static final String NAME = "Ed25519";
  private static final int KEY_BYTES = 32;

  /** What comes before the 32 bytes of a key in its X.509 form (RFC 8410). */
  private static final byte[] X509 = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private Ed25519() {}

  /**
   * A pair of keys.
   *
   * @param secret PKCS #8
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over once and compared by nobody.
  record Pair(byte[] publicKey, byte[] secret) {}

  static Pair make(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
      generator.initialize(255, random);
      KeyPair pair = generator.generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      return new Pair(
          Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length),
          pair.getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + NAME, e);
    }
  }

  static byte[] sign(byte[] secret, byte[] content) {
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initSign(
          KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(secret)));
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was made here signs", e);
    }
  }

  /** Whether a key, which may be any 32 bytes, has signed this. */
  static boolean isGood(byte[] publicKey, byte[] content, byte[] signature) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    encoded.writeBytes(X509);
    encoded.writeBytes(publicKey);
    try {
      Signature verifier = Signature.getInstance(NAME);
      verifier.initVerify(
          KeyFactory.getInstance(NAME)
              .generatePublic(new X509EncodedKeySpec(encoded.toByteArray())));
      verifier.update(content);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // These are no key, or no signature.
      return false;
    }
  }
}
