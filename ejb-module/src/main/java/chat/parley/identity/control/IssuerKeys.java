package chat.parley.identity.control;

import chat.parley.platform.Limits;
import java.math.BigInteger;
import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The keys of one issuer, as it publishes them; kept for a while. */
final class IssuerKeys {

  private static final String WHAT = "key set";

  /** What verifies in no time. */
  private static final int LARGEST_RSA = 8192;

  private static final BigInteger LARGEST_EXPONENT = BigInteger.ONE.shiftLeft(32);

  private final IssuerHttp http;
  private final Clock clock;
  private volatile @Nullable Kept kept;

  private record Kept(List<PublicJsonWebKey> keys, Instant since) {}

  /** What the header of a token says of its key; nothing of it is believed. */
  private record Named(String algorithm, @Nullable String key) {}

  IssuerKeys(IssuerHttp http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  /**
   * The key that a token names. A key that is not known is looked for at the issuer, at most once
   * in {@link Limits#ISSUER_KEYS_AGAIN}.
   */
  PublicJsonWebKey of(String token, URI address, Instant until) throws IssuerTrouble {
    Named named = named(token);
    Instant now = clock.instant();
    Kept known = kept;
    if (known == null || !now.isBefore(known.since().plus(Limits.ISSUER_KEPT))) {
      known = fetch(address, until);
    }
    PublicJsonWebKey found = find(known.keys(), named);
    if (found == null && !now.isBefore(known.since().plus(Limits.ISSUER_KEYS_AGAIN))) {
      found = find(fetch(address, until).keys(), named);
    }
    if (found == null) {
      throw IssuerTrouble.wrong("ID token: signed with an unknown key");
    }
    return found;
  }

  private static Named named(String token) throws IssuerTrouble {
    JsonWebSignature signature = new JsonWebSignature();
    try {
      signature.setCompactSerialization(token);
      return new Named(
          String.valueOf(signature.getAlgorithmHeaderValue()), signature.getKeyIdHeaderValue());
    } catch (JoseException | ClassCastException e) {
      // The second for members that are no texts.
      throw IssuerTrouble.wrong("ID token: not signed");
    }
  }

  private static @Nullable PublicJsonWebKey find(List<PublicJsonWebKey> keys, Named named) {
    String algorithm = named.algorithm();
    String name = named.key();
    List<PublicJsonWebKey> found =
        keys.stream()
            .filter(key -> name == null || name.equals(key.getKeyId()))
            .filter(key -> key.getKeyType().equals(algorithm.startsWith("ES") ? "EC" : "RSA"))
            .filter(key -> key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
            .toList();
    // Of several nobody can say which is meant.
    return found.size() == 1 ? found.get(0) : null;
  }

  private Kept fetch(URI address, Instant until) throws IssuerTrouble {
    Map<String, Object> answer = http.get(address, WHAT, until);
    try {
      List<PublicJsonWebKey> keys =
          new JsonWebKeySet(JsonUtil.toJson(answer))
              .getJsonWebKeys().stream()
                  .filter(PublicJsonWebKey.class::isInstance)
                  .map(PublicJsonWebKey.class::cast)
                  .filter(key -> key.getUse() == null || key.getUse().equals("sig"))
                  .filter(IssuerKeys::isSmall)
                  .toList();
      Kept fetched = new Kept(keys, clock.instant());
      kept = fetched;
      return fetched;
    } catch (JoseException | ClassCastException e) {
      throw IssuerTrouble.wrong(WHAT + ": not one of JSON Web Keys");
    }
  }

  private static boolean isSmall(PublicJsonWebKey key) {
    return key.getPublicKey() instanceof ECPublicKey
        || (key.getPublicKey() instanceof RSAPublicKey rsa
            && rsa.getModulus().bitLength() <= LARGEST_RSA
            && rsa.getPublicExponent().compareTo(LARGEST_EXPONENT) < 0);
  }
}
