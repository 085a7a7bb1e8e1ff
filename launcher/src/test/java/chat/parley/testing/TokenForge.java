package chat.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.launcher.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Access tokens made by hand: with the key of the installation, and with any other. */
public final class TokenForge {

  private final PrivateKey key;
  private final PublicKey publicKey;

  private TokenForge(PrivateKey key, PublicKey publicKey) {
    this.key = key;
    this.publicKey = publicKey;
  }

  /** Signs as this installation does. */
  public static TokenForge of(RunningParley parley) {
    Secrets secrets = parley.system().secrets();
    char[] password = secrets.password("keystore").toCharArray();
    try (InputStream file = Files.newInputStream(secrets.keystore())) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(file, password);
      return new TokenForge(
          (PrivateKey) keys.getKey("access-token", password),
          keys.getCertificate("access-token").getPublicKey());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs with a key that nobody knows. */
  public static TokenForge ofAStranger() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var keys = generator.generateKeyPair();
      return new TokenForge(keys.getPrivate(), keys.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public half of the key. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /** A token with this header and these claims. */
  public String signed(String header, String claims) {
    String content = encoded(header) + "." + encoded(claims);
    try {
      Signature es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
      es256.initSign(key);
      es256.update(content.getBytes(UTF_8));
      return content + "." + encoded(es256.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The header of a token. */
  public static String header(String token) {
    return decoded(token.split("\\.", -1)[0]);
  }

  /** The claims of a token. */
  public static String claims(String token) {
    return decoded(token.split("\\.", -1)[1]);
  }

  /** The same claims, of a token that was good years ago. */
  public static String expired(String claims) {
    return changed(
        changed(claims, "\"exp\":[0-9]+", "\"exp\":1700000600"),
        "\"iat\":[0-9]+",
        "\"iat\":1700000000");
  }

  /**
   * A text with one thing changed.
   *
   * @throws AssertionError when the pattern is not in it
   */
  public static String changed(String text, String pattern, String by) {
    String other = text.replaceFirst(pattern, by);
    if (other.equals(text)) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return other;
  }

  /** A part of a token. */
  public static String encoded(String text) {
    return encoded(text.getBytes(UTF_8));
  }

  /** The same, from bytes. */
  public static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }
}
