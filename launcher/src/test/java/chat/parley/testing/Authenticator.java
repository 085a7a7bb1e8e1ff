package chat.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * One passkey with its authenticator (WebAuthn Level 3), as a browser uses it. What it says can be
 * bent; {@code with...} give changed copies of the same key.
 */
public final class Authenticator {

  /** The person is there, and verified. */
  private static final int PRESENT_AND_VERIFIED = 0x05;

  private static final int HAS_KEY = 0x40;
  private static final int ID_BYTES = 32;
  private static final int COORDINATE_BYTES = 32;
  private static final HexFormat HEX = HexFormat.of();

  private final KeyPair keys;
  private final byte[] id;
  private final String origin;
  private final String rpId;
  private final int flags;
  private final int counter;

  private Authenticator(
      KeyPair keys, byte[] id, String origin, String rpId, int flags, int counter) {
    this.keys = keys;
    this.id = id.clone();
    this.origin = origin;
    this.rpId = rpId;
    this.flags = flags;
    this.counter = counter;
  }

  /** A new passkey, on a page of this origin. */
  public static Authenticator fresh(String origin) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      byte[] id = new byte[ID_BYTES];
      new SecureRandom().nextBytes(id);
      return new Authenticator(
          generator.generateKeyPair(), id, origin, "localhost", PRESENT_AND_VERIFIED, 1);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** On a page of another origin. */
  public Authenticator withOrigin(String other) {
    return new Authenticator(keys, id, other, rpId, flags, counter);
  }

  /** For another party. */
  public Authenticator withRpId(String other) {
    return new Authenticator(keys, id, origin, other, flags, counter);
  }

  /** With other flags: 1 for present, 4 for verified. */
  public Authenticator withFlags(int others) {
    return new Authenticator(keys, id, origin, rpId, others, counter);
  }

  /** With another counter. */
  public Authenticator withCounter(int other) {
    return new Authenticator(keys, id, origin, rpId, flags, other);
  }

  /** What makes this passkey. */
  public Map<String, Object> made(String challenge, String name) {
    return made("webauthn.create", challenge, name);
  }

  /** The same with another type of client data. */
  public Map<String, Object> made(String type, String challenge, String name) {
    return Map.of(
        "name",
        name,
        "attestationObject",
        encode(attestation()),
        "clientDataJson",
        encode(clientData(type, challenge)));
  }

  /** What this passkey signs. */
  public Map<String, Object> signed(String challenge) {
    return signed("webauthn.get", challenge);
  }

  /** The same with another type of client data. */
  public Map<String, Object> signed(String type, String challenge) {
    byte[] data = authenticatorData(flags);
    byte[] clientData = clientData(type, challenge);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(sha256(clientData));
      return Map.of(
          "credential",
          encode(id),
          "authenticatorData",
          encode(data),
          "clientDataJson",
          encode(clientData),
          "signature",
          encode(signature.sign()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] clientData(String type, String challenge) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge, origin)
        .getBytes(UTF_8);
  }

  /** CBOR: {"fmt": "none", "attStmt": {}, "authData": ...}. */
  private byte[] attestation() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    byte[] data =
        joined(
            authenticatorData(flags | HAS_KEY),
            new byte[16],
            ByteBuffer.allocate(2).putShort((short) id.length).array(),
            id,
            HEX.parseHex("a501020326200121" + "5820"),
            coordinate(key.getW().getAffineX()),
            HEX.parseHex("225820"),
            coordinate(key.getW().getAffineY()));
    return joined(
        HEX.parseHex("a3" + "63666d74" + "646e6f6e65" + "6761747453746d74" + "a0"),
        HEX.parseHex("68617574684461746158"),
        new byte[] {(byte) data.length},
        data);
  }

  private byte[] authenticatorData(int allFlags) {
    return joined(
        sha256(rpId.getBytes(UTF_8)),
        new byte[] {(byte) allFlags},
        ByteBuffer.allocate(4).putInt(counter).array());
  }

  private static byte[] coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    return fixed;
  }

  private static byte[] joined(byte[]... parts) {
    try (ByteArrayOutputStream all = new ByteArrayOutputStream()) {
      for (byte[] part : parts) {
        all.write(part);
      }
      return all.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
