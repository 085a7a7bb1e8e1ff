package chat.parley.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.AccountView;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionView;
import chat.parley.identity.SignInMethod;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class TokenIssuerTest {

  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  private final TokenIssuer issuer =
      new TokenIssuer(
          TestIdentity.Keys.KEYS, TestIdentity.SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC));
  private final AccountView account =
      new AccountView(
          AccountId.next(), "ada", List.of("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));

  private SessionView session(Duration left) {
    return new SessionView(
        SessionId.next(), DeviceId.next(), null, SignInMethod.WALLET, NOW, NOW, NOW.plus(left));
  }

  private JwtClaims verify(String token) throws InvalidJwtException {
    JwtConsumer verifier =
        new JwtConsumerBuilder()
            .setVerificationKey(TestIdentity.Keys.KEYS.accessToken().certificate().getPublicKey())
            .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "ES256")
            .setExpectedType(true, "at+jwt")
            .setExpectedIssuer("https://parley.chat")
            .setExpectedAudience("parley")
            .setEvaluationTime(NumericDate.fromSeconds(NOW.getEpochSecond()))
            .build();
    return verifier.processToClaims(token);
  }

  @Test
  void aTokenSaysWhoFromWhereAndForHowLong() throws Exception {
    SessionView session = session(Duration.ofDays(30));
    TokenIssuer.AccessToken token = issuer.issue(session, account);
    JwtClaims claims = verify(token.value());
    assertThat(claims.getSubject()).isEqualTo(account.id().toString());
    assertThat(claims.getStringClaimValue("upn")).isEqualTo(account.id().toString());
    assertThat(claims.getStringClaimValue("sid")).isEqualTo(session.id().toString());
    assertThat(claims.getStringClaimValue("did")).isEqualTo(session.device().toString());
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("user");
    assertThat(claims.getStringListClaimValue("wallets")).isEqualTo(account.wallets());
    assertThat(claims.getExpirationTime().getValue())
        .isEqualTo(NOW.plus(Duration.ofMinutes(10)).getEpochSecond());
    assertThat(token.expiresIn()).isEqualTo(Duration.ofMinutes(10));
    assertThat(token.toString()).doesNotContain(token.value());
  }

  @Test
  void aNewcomerIsInNoOtherGroup() throws Exception {
    AccountView newcomer =
        new AccountView(account.id(), "ada", List.of(), NOW.plus(Duration.ofDays(7)));
    TokenIssuer.AccessToken token = issuer.issue(session(Duration.ofDays(30)), newcomer);
    assertThat(verify(token.value()).getStringListClaimValue("groups")).containsExactly("newcomer");
  }

  @Test
  void aTokenNeverOutlivesItsSession() throws Exception {
    TokenIssuer.AccessToken token = issuer.issue(session(Duration.ofMinutes(3)), account);
    assertThat(verify(token.value()).getExpirationTime().getValue())
        .isEqualTo(NOW.plus(Duration.ofMinutes(3)).getEpochSecond());
  }

  @Test
  void thePublishedKeyIsTheOneMicroProfileJwtIsGiven() {
    String keySet = new AccessTokenKeys(TestIdentity.Keys.KEYS).keySet();
    assertThat(keySet)
        .contains(issuer.key().kid(), issuer.key().x(), issuer.key().y())
        .doesNotContain("\"d\"");
  }
}
