package chat.parley.identity.control;

import chat.parley.identity.AccessTokenKey;
import chat.parley.identity.AccountView;
import chat.parley.identity.SessionView;
import chat.parley.platform.Ids;
import chat.parley.platform.ServerKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Mints access tokens: JWTs of type {@code at+jwt} (RFC 9068) with the claims of MicroProfile JWT,
 * signed with ES256.
 */
public class TokenIssuer {

  /** The group of everybody who is signed in to an active account. */
  static final String USER = "user";

  /** The group of those whose account is not active yet. */
  static final String NEWCOMER = "newcomer";

  private final AccessTokenKeys keys;
  private final IdentitySettings settings;
  private final Clock clock;

  /** A token and how long it is good. */
  public record AccessToken(String value, Duration expiresIn) {

    /** Without the token. */
    @Override
    public String toString() {
      return "AccessToken[expiresIn=" + expiresIn + "]";
    }
  }

  public TokenIssuer(ServerKeys keys, IdentitySettings settings, Clock clock) {
    this.keys = new AccessTokenKeys(keys);
    this.settings = settings;
    this.clock = clock;
  }

  /** A token for a session, good until the setting or the end of the session says. */
  public AccessToken issue(SessionView session, AccountView account) {
    Instant now = clock.instant();
    Instant expires = now.plus(settings.access());
    if (session.expiresAt().isBefore(expires)) {
      expires = session.expiresAt();
    }
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(settings.issuer());
    claims.setAudience(IdentitySettings.AUDIENCE);
    claims.setSubject(account.id().toString());
    claims.setStringClaim("upn", account.id().toString());
    claims.setStringListClaim("groups", List.of(account.isNewcomer() ? NEWCOMER : USER));
    claims.setStringClaim("sid", session.id().toString());
    claims.setStringClaim("did", session.device().toString());
    claims.setStringListClaim("wallets", account.wallets());
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
    claims.setJwtId(Ids.next().toString());
    JsonWebSignature signature = new JsonWebSignature();
    signature.setHeader("typ", "at+jwt");
    signature.setKeyIdHeaderValue(keys.kid());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setKey(keys.secret());
    signature.setPayload(claims.toJson());
    try {
      return new AccessToken(signature.getCompactSerialization(), Duration.between(now, expires));
    } catch (JoseException e) {
      throw new IllegalStateException("the key of access tokens does not sign", e);
    }
  }

  /** The public half of the key. */
  public AccessTokenKey key() {
    return keys.published();
  }
}
