package chat.parley.identity.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.ethereum.Address;
import chat.parley.identity.PublicOrigins;
import chat.parley.identity.WalletSignInRefused;
import chat.parley.identity.control.SiweMessage.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiweRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final String ORIGIN = "https://chat.example.org";

  private final SiweRules rules =
      new SiweRules(
          new PublicOrigins(List.of(ORIGIN, "http://localhost:8080")),
          List.of(1L, 31_337L),
          Clock.fixed(NOW, ZoneOffset.UTC));

  private String scheme;
  private String domain = "chat.example.org";
  private String uri = ORIGIN;
  private long chain = 1;
  private Time issuedAt = time(Duration.ZERO);
  private Time expires = time(Duration.ofMinutes(5));
  private Time notBefore;

  private static Time time(Duration fromNow) {
    return Time.parse(NOW.plus(fromNow).toString()).orElseThrow();
  }

  private void check(String pageOrigin) {
    rules.require(
        new SiweMessage(
            scheme,
            domain,
            new Address("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
            null,
            uri,
            chain,
            "12345678",
            issuedAt,
            expires,
            notBefore,
            null,
            null),
        pageOrigin);
  }

  private void accepted() {
    assertThatCode(() -> check(ORIGIN)).doesNotThrowAnyException();
    assertThatCode(() -> check(null)).doesNotThrowAnyException();
  }

  private void refused() {
    assertThatThrownBy(() -> check(null)).isInstanceOf(WalletSignInRefused.class);
  }

  @Test
  void theMessageOfOurPageIsAccepted() {
    accepted();
    scheme = "https";
    accepted();
    uri = ORIGIN + "/sign-in";
    accepted();
    notBefore = time(Duration.ZERO);
    accepted();
    issuedAt = time(Duration.ofSeconds(60));
    accepted();
  }

  @Test
  void anotherPageIsRefused() {
    for (String other :
        List.of("evil.org", "chat.example.org.evil.org", "chat.example.org:444", "example.org")) {
      domain = other;
      refused();
    }
  }

  @Test
  void domainAndUriAreOfTheSamePage() {
    for (String other :
        List.of(
            "https://evil.org",
            "http://chat.example.org",
            ORIGIN + ".evil.org",
            ORIGIN + ":444",
            "http://localhost:8080",
            "https://chat.example.org@evil.org")) {
      uri = other;
      refused();
    }
  }

  @Test
  void theSchemeIsTheOneOfThePage() {
    scheme = "http";
    refused();
  }

  @Test
  void thePageThatSendsIsThePageThatIsNamed() {
    assertThatThrownBy(() -> check("http://localhost:8080"))
        .isInstanceOf(WalletSignInRefused.class);
  }

  @Test
  void anotherChainIsRefused() {
    chain = 5;
    refused();
  }

  @Test
  void aMessageExpires() {
    expires = null;
    refused();
    expires = time(Duration.ZERO);
    refused();
    expires = time(Duration.ofSeconds(-1));
    refused();
    expires = time(Duration.ofMinutes(10).plusMillis(1));
    refused();
  }

  @Test
  void aMessageFromTheFutureIsRefused() {
    issuedAt = time(Duration.ofSeconds(61));
    refused();
    issuedAt = time(Duration.ZERO);
    notBefore = time(Duration.ofSeconds(1));
    refused();
  }
}
