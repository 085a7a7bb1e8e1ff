package chat.parley.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The keys of the installation, the same on every instance, from one PKCS #12 file: AES keys, which
 * wrap the keys that seal data at rest, the P-256 key {@code access-token}, which signs access
 * tokens, and perhaps the P-256 key {@code web-push}, by which push services know this
 * installation.
 */
public final class ServerKeys {

  private static final String ACCESS_TOKEN = "access-token";
  private static final String WEB_PUSH = "web-push";

  private final Path file;
  private final Map<String, SecretKey> secretKeys;
  private final SigningKey accessToken;
  private final Optional<SigningKey> webPush;

  /** A private key and the certificate of its public half. */
  public record SigningKey(ECPrivateKey key, X509Certificate certificate) {}

  private ServerKeys(
      Path file,
      Map<String, SecretKey> secretKeys,
      SigningKey accessToken,
      Optional<SigningKey> webPush) {
    this.file = file;
    this.secretKeys = Map.copyOf(secretKeys);
    this.accessToken = accessToken;
    this.webPush = webPush;
  }

  /**
   * Opens the file.
   *
   * @throws IllegalStateException one sentence for the operator: the file, and what it lacks
   */
  public static ServerKeys load(Path file, Secret password) {
    if (!Files.isReadable(file)) {
      throw new IllegalStateException(
          "The key store " + file + " does not exist or is not readable.");
    }
    char[] secret = password.chars();
    KeyStore store;
    try (InputStream bytes = Files.newInputStream(file)) {
      store = KeyStore.getInstance("PKCS12");
      store.load(bytes, secret);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "The key store " + file + " cannot be opened: wrong password, or not a PKCS #12 file.",
          e);
    }
    try {
      return new ServerKeys(
          file,
          secretKeys(file, store, secret),
          signingKey(file, store, ACCESS_TOKEN, secret),
          store.containsAlias(WEB_PUSH)
              ? Optional.of(signingKey(file, store, WEB_PUSH, secret))
              : Optional.empty());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a loaded key store is readable", e);
    }
  }

  private static Map<String, SecretKey> secretKeys(Path file, KeyStore store, char[] secret)
      throws KeyStoreException {
    Map<String, SecretKey> keys = new HashMap<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias) && key(file, store, alias, secret) instanceof SecretKey found) {
        keys.put(alias, found);
      }
    }
    return keys;
  }

  private static SigningKey signingKey(Path file, KeyStore store, String alias, char[] secret)
      throws GeneralSecurityException {
    Key signing = key(file, store, alias, secret);
    if (!(signing instanceof ECPrivateKey ec)
        || ec.getParams().getCurve().getField().getFieldSize() != 256
        || !(store.getCertificate(alias) instanceof X509Certificate certificate)) {
      throw new IllegalStateException(
          "The entry '"
              + alias
              + "' of the key store "
              + file
              + " is not a P-256 key with a certificate.");
    }
    return new SigningKey(ec, certificate);
  }

  private static Key key(Path file, KeyStore store, String alias, char[] password) {
    try {
      Key key = store.getKey(alias, password);
      if (key == null) {
        throw new IllegalStateException(
            "The key store " + file + " has no key named '" + alias + "'.");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The key '" + alias + "' of the key store " + file + " has another password.", e);
    }
  }

  /**
   * An AES key of 256 bits.
   *
   * @throws IllegalStateException one sentence for the operator, when there is none of that name
   */
  public SecretKey aes(String alias) {
    // PKCS #12 keeps aliases in lower case.
    SecretKey found = secretKeys.get(alias.toLowerCase(Locale.ROOT));
    if (found == null || !found.getAlgorithm().equals("AES") || found.getEncoded().length != 32) {
      throw new IllegalStateException(
          "The key store " + file + " has no AES key of 256 bits named '" + alias + "'.");
    }
    return found;
  }

  /** The key that signs access tokens: ES256. */
  public SigningKey accessToken() {
    return accessToken;
  }

  /** The key by which push services know this installation (VAPID): ES256; empty without push. */
  public Optional<SigningKey> webPush() {
    return webPush;
  }
}
