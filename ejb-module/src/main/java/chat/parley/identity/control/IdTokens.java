package chat.parley.identity.control;

import chat.parley.identity.Username;
import chat.parley.mail.EmailAddress;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token must say to be believed (OpenID Connect Core 1.0, section 3.1.3.7), also those
 * of Amazon Cognito ({@code token_use}) and Keycloak ({@code typ}).
 */
final class IdTokens {

  /** Signatures of key pairs; nothing that our client secret could make. */
  private static final List<String> ALGORITHMS =
      List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  /** Core 1.0, section 2. */
  private static final Pattern SUBJECT = Pattern.compile("[ -~]{1,255}");

  private static final String WHAT = "ID token: ";

  private final String issuer;
  private final String client;
  private final boolean emailBelieved;
  private final Clock clock;

  IdTokens(IssuerSettings settings, Clock clock) {
    this.issuer = settings.issuer();
    this.client = settings.client();
    this.emailBelieved = settings.emailBelieved();
    this.clock = clock;
  }

  /**
   * Checks an ID token.
   *
   * @param accessToken that came with it; null for none
   * @param nonce that it must have
   */
  IssuerClaims require(
      String token, PublicJsonWebKey key, @Nullable String accessToken, String nonce)
      throws IssuerTrouble {
    JwtContext context = signed(token, key);
    JwtClaims claims = context.getJwtClaims();
    try {
      requireOurs(claims);
      if (!(claims.getClaimValue("nonce") instanceof String given)
          || !MessageDigest.isEqual(bytes(given), bytes(nonce))) {
        throw IssuerTrouble.wrong(WHAT + "nonce");
      }
      requireAccessToken(
          claims.getClaimValue("at_hash"),
          accessToken,
          context.getJoseObjects().get(0).getAlgorithmHeaderValue());
      if (!SUBJECT.matcher(claims.getSubject()).matches()) {
        throw IssuerTrouble.wrong(WHAT + "sub");
      }
      return new IssuerClaims(
          claims.getSubject(), authenticated(claims), email(claims), username(claims));
    } catch (MalformedClaimException e) {
      throw IssuerTrouble.wrong(WHAT + "a claim of another type");
    }
  }

  private JwtContext signed(String token, PublicJsonWebKey key) throws IssuerTrouble {
    int skew = (int) Limits.CLOCK_SKEW.toSeconds();
    try {
      return new JwtConsumerBuilder()
          .setJwsAlgorithmConstraints(
              new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS.toArray(new String[0])))
          .setVerificationKey(key.getPublicKey())
          .setExpectedIssuer(true, issuer)
          .setExpectedAudience(true, client)
          .setRequireSubject()
          .setRequireExpirationTime()
          .setRequireIssuedAt()
          .setIssuedAtRestrictions(0, (int) Limits.ID_TOKEN_AGE.toSeconds())
          .setAllowedClockSkewInSeconds(skew)
          .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
          .build()
          .process(token);
    } catch (InvalidJwtException e) {
      // The message would show the token; the codes are those of jose4j's ErrorCodes.
      throw IssuerTrouble.wrong(
          WHAT
              + "refused with "
              + e.getErrorDetails().stream()
                  .map(ErrorCodeValidator.Error::getErrorCode)
                  .map(String::valueOf)
                  .collect(Collectors.joining(" and ")));
    }
  }

  private void requireOurs(JwtClaims claims) throws IssuerTrouble, MalformedClaimException {
    Object party = claims.getClaimValue("azp");
    if (party == null ? claims.getAudience().size() > 1 : !client.equals(party)) {
      throw IssuerTrouble.wrong(WHAT + "azp");
    }
    Object use = claims.getClaimValue("token_use");
    if (use != null && !"id".equals(use)) {
      throw IssuerTrouble.wrong(WHAT + "token_use");
    }
    Object type = claims.getClaimValue("typ");
    if (type != null && !"ID".equals(type)) {
      throw IssuerTrouble.wrong(WHAT + "typ");
    }
  }

  /** Core 1.0, section 3.1.3.6: the left half of the hash that the signature uses. */
  private static void requireAccessToken(
      @Nullable Object claim, @Nullable String accessToken, String algorithm) throws IssuerTrouble {
    if (claim == null) {
      return;
    }
    if (accessToken == null || !hashes(accessToken, algorithm).equals(claim)) {
      throw IssuerTrouble.wrong(WHAT + "at_hash");
    }
  }

  private static String hashes(String accessToken, String algorithm) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-" + algorithm.substring(2)).digest(bytes(accessToken));
      return Secrets.encode(Arrays.copyOf(hash, hash.length / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has the hashes of SHA-2", e);
    }
  }

  private static @Nullable Instant authenticated(JwtClaims claims) throws MalformedClaimException {
    NumericDate time = claims.getNumericDateClaimValue("auth_time");
    return time == null ? null : Instant.ofEpochSecond(time.getValue());
  }

  /** Cognito writes the truth as a text in some of its answers. */
  private @Nullable EmailAddress email(JwtClaims claims) {
    Object verified = claims.getClaimValue("email_verified");
    if (!emailBelieved
        || !(Boolean.TRUE.equals(verified) || "true".equals(verified))
        || !(claims.getClaimValue("email") instanceof String text)) {
      return null;
    }
    try {
      return new EmailAddress(text);
    } catch (InvalidInput e) {
      return null;
    }
  }

  /** What the person is called elsewhere, when one can be called so here. */
  private static @Nullable Username username(JwtClaims claims) {
    return Stream.of("preferred_username", "nickname")
        .map(claims::getClaimValue)
        .filter(String.class::isInstance)
        .flatMap(name -> called((String) name).stream())
        .findFirst()
        .orElse(null);
  }

  private static Optional<Username> called(String name) {
    try {
      return Optional.of(new Username(name.replaceFirst("@.*$", "")));
    } catch (InvalidInput e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
