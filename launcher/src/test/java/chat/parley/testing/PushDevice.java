package chat.parley.testing;

import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser that subscribed to a push service: it alone can read what is sent to it (RFC 8291). */
public final class PushDevice {

  private static final String CURVE = "secp256r1";

  private final URI endpoint;
  private final KeyPair keys;
  private final byte[] secret = new byte[16];

  PushDevice(URI endpoint) {
    this.endpoint = endpoint;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      keys = generator.generateKeyPair();
      new SecureRandom().nextBytes(secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  URI endpoint() {
    return endpoint;
  }

  /** What the browser tells the page: the body of {@code PUT /api/push-subscription}. */
  public Map<String, Object> subscription() {
    return subscription(endpoint.toString());
  }

  /** The same with another address. */
  public Map<String, Object> subscription(String address) {
    return Map.of(
        "endpoint",
        address,
        "keys",
        Map.of("p256dh", base64(point(keys.getPublic())), "auth", base64(secret)));
  }

  /** Reads an {@code aes128gcm} text of one record (RFC 8188). */
  String decrypt(byte[] body) {
    try {
      ByteBuffer in = ByteBuffer.wrap(body);
      byte[] salt = new byte[16];
      in.get(salt);
      int recordSize = in.getInt();
      byte[] sender = new byte[in.get()];
      in.get(sender);
      byte[] sealed = new byte[in.remaining()];
      in.get(sealed);
      if (sealed.length > recordSize) {
        throw new AssertionError("The text has more than one record.");
      }
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(keys.getPrivate());
      agreement.doPhase(publicKey(sender), true);
      byte[] shared =
          derive(
              mac(secret, agreement.generateSecret()),
              join(ascii("WebPush: info\0"), point(keys.getPublic()), sender),
              32);
      byte[] prk = mac(salt, shared);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(derive(prk, ascii("Content-Encoding: aes128gcm\0"), 16), "AES"),
          new GCMParameterSpec(128, derive(prk, ascii("Content-Encoding: nonce\0"), 12)));
      byte[] padded = cipher.doFinal(sealed);
      int end = padded.length - 1;
      while (padded[end] == 0) {
        end--;
      }
      if (padded[end] != 2) {
        throw new AssertionError("The last record does not end in 2.");
      }
      return new String(padded, 0, end, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("The text is not for this device.", e);
    }
  }

  /** Whether a JWT is signed (ES256) by a key in base64url. */
  static boolean isSignedBy(String token, String key) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initVerify(publicKey(Base64.getUrlDecoder().decode(key)));
      int end = token.lastIndexOf('.');
      signature.update(ascii(token.substring(0, end)));
      return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(CURVE));
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 33, 65));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(x, y), parameters.getParameterSpec(ECParameterSpec.class)));
  }

  private static byte[] point(PublicKey key) {
    ECPoint w = ((ECPublicKey) key).getW();
    return join(new byte[] {4}, fixed(w.getAffineX()), fixed(w.getAffineY()));
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private static byte[] derive(byte[] key, byte[] info, int length)
      throws GeneralSecurityException {
    return Arrays.copyOf(mac(key, join(info, new byte[] {1})), length);
  }

  private static byte[] mac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
