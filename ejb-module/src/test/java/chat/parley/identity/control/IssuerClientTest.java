package chat.parley.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.identity.OidcPeer;
import chat.parley.identity.OidcPeer.Answer;
import chat.parley.identity.OidcPeer.Person;
import chat.parley.identity.OidcPeer.Shape;
import chat.parley.identity.Username;
import chat.parley.identity.control.IssuerTrouble.Kind;
import chat.parley.platform.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an issuer may say, one lie at a time. */
class IssuerClientTest {

  private static final Person ADA = Person.of("ada");
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String KEYS = "keys";
  private static final String TOKEN = "token";
  private static final String DESCRIPTION = "openid-configuration";

  private final MovingClock clock = new MovingClock();
  private final List<OidcPeer> peers = new ArrayList<>();

  /** A time that a test moves. */
  private static final class MovingClock extends Clock {

    private volatile Instant now = NOW;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @AfterEach
  void closePeers() {
    peers.forEach(OidcPeer::close);
  }

  private OidcPeer peer(Shape shape) {
    OidcPeer peer = OidcPeer.listening(shape, clock);
    peers.add(peer);
    return peer;
  }

  private IssuerClient client(OidcPeer peer) {
    return client(peer, Optional.of(new Secret(OidcPeer.SECRET)), true);
  }

  private IssuerClient client(OidcPeer peer, Optional<Secret> secret, boolean emailBelieved) {
    return new IssuerClient(
        "company",
        new IssuerSettings(
            peer.issuer(),
            OidcPeer.CLIENT,
            secret,
            Optional.empty(),
            "openid email",
            Optional.empty(),
            emailBelieved),
        clock);
  }

  private static IssuerClient.Visit visit() {
    return new VisitState("company", "http://localhost:8080", NOW, "", "")
        .visit("a state", "a secret");
  }

  private static IssuerClaims claims(OidcPeer peer, IssuerClient client, Person person)
      throws IssuerTrouble {
    Map<String, String> back =
        peer.visitedBy(person, client.authorization(visit(), "a state", false));
    return client.claims(visit(), String.valueOf(back.get("code")), back.get("iss"));
  }

  private static void refused(Kind kind, String reason, ThrowingCallable what) {
    IssuerTrouble trouble = catchThrowableOfType(IssuerTrouble.class, what);
    assertThat(trouble).as(reason).isNotNull();
    assertThat(trouble.reason()).contains(reason);
    assertThat(trouble.kind()).as(trouble.reason()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource
  void aTrueTokenIsBelieved(Shape shape) throws Exception {
    OidcPeer peer = peer(shape);
    IssuerClaims claims = claims(peer, client(peer), ADA);

    assertThat(claims.subject()).isEqualTo(ADA.subject());
    assertThat(claims.username()).isEqualTo(new Username("ada"));
    assertThat(claims.email()).isNotNull();
    assertThat(claims.authenticated()).isEqualTo(NOW.minusSeconds(3600));
    assertThat(claims(peer, client(peer, peerSecret(), false), ADA).email()).isNull();
  }

  private static Optional<Secret> peerSecret() {
    return Optional.of(new Secret(OidcPeer.SECRET));
  }

  private static Consumer<Map<String, Object>> put(String name, Object value) {
    return members -> members.put(name, value);
  }

  private static Consumer<Map<String, Object>> without(String name) {
    return members -> members.remove(name);
  }

  static Stream<Arguments> lies() {
    long now = NOW.getEpochSecond();
    return Stream.of(
        Arguments.of("iss", put("iss", "http://localhost/realms/parley")),
        Arguments.of("no iss", without("iss")),
        Arguments.of("aud", put("aud", "another-client")),
        Arguments.of("no aud", without("aud")),
        Arguments.of(
            "several aud, no azp",
            put("aud", List.of(OidcPeer.CLIENT, "other")).andThen(without("azp"))),
        Arguments.of("azp", put("azp", "another-client")),
        Arguments.of("azp of another type", put("azp", List.of(OidcPeer.CLIENT))),
        Arguments.of("exp", put("exp", now - 61)),
        Arguments.of("no exp", without("exp")),
        Arguments.of("exp of another type", put("exp", "tomorrow")),
        Arguments.of("iat in the future", put("iat", now + 62)),
        Arguments.of("iat long ago", put("iat", now - 600)),
        Arguments.of("no iat", without("iat")),
        Arguments.of("nbf", put("nbf", now + 62)),
        Arguments.of("nonce", put("nonce", "another")),
        Arguments.of("no nonce", without("nonce")),
        Arguments.of("nonce of another type", put("nonce", 7)),
        Arguments.of("sub", put("sub", "")),
        Arguments.of("no sub", without("sub")),
        Arguments.of("a long sub", put("sub", "x".repeat(256))),
        Arguments.of("a sub with other characters", put("sub", "\u202ead")),
        Arguments.of("sub of another type", put("sub", 7)),
        Arguments.of("token_use", put("token_use", "access")),
        Arguments.of("typ", put("typ", "Bearer")),
        Arguments.of("at_hash", put("at_hash", "AAAAAAAAAAAAAAAAAAAAAA")),
        Arguments.of("at_hash of another type", put("at_hash", 7)),
        Arguments.of("auth_time of another type", put("auth_time", "yesterday")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void eachClaimMustBeTrue(String lie, Consumer<Map<String, Object>> change) throws Exception {
    OidcPeer peer = KEYCLOAK.get();
    IssuerClient client = client(peer);
    peer.changesClaims(change);
    try {
      refused(Kind.WRONG, "ID token: ", () -> claims(peer, client, ADA));
    } finally {
      peer.tellsTheTruth();
    }
  }

  /** Shared by what only reads: its keys take time to make. */
  private static final SharedPeer KEYCLOAK = new SharedPeer();

  private static final class SharedPeer {

    private final OidcPeer peer =
        OidcPeer.listening(Shape.KEYCLOAK, Clock.fixed(NOW, ZoneOffset.UTC));

    OidcPeer get() {
      return peer;
    }
  }

  @Test
  void whatIsNotNeededMayBeMissingOrWrong() throws Exception {
    OidcPeer peer = KEYCLOAK.get();
    for (Consumer<Map<String, Object>> change :
        List.of(
            without("azp"),
            without("at_hash"),
            without("auth_time"),
            put("aud", List.of(OidcPeer.CLIENT)),
            put("aud", List.of("other", OidcPeer.CLIENT)),
            put("exp", NOW.getEpochSecond() - 30).andThen(put("iat", NOW.getEpochSecond() - 60)),
            put("iat", NOW.getEpochSecond() + 30),
            put("preferred_username", "<script>"),
            put("preferred_username", List.of()),
            put("email", "no address"),
            put("email", 7),
            put("email_verified", "no"))) {
      peer.changesClaims(change);
      assertThat(claims(peer, client(peer), ADA).subject()).isEqualTo(ADA.subject());
    }
    peer.changesClaims(put("email_verified", "true"));
    assertThat(claims(peer, client(peer), ADA).email()).isNotNull();
    peer.changesClaims(put("email_verified", false));
    assertThat(claims(peer, client(peer), ADA).email()).isNull();
    peer.tellsTheTruth();
  }

  @Test
  void onlySignaturesOfPublishedKeyPairsCount() {
    OidcPeer peer = peer(Shape.COGNITO);
    IssuerClient client = client(peer);
    for (Consumer<Map<String, Object>> change :
        List.of(
            put("alg", "none"),
            put("alg", "HS256"),
            put("alg", "ES256"),
            put("alg", "RS1"),
            put("kid", "unknown"),
            put("crit", List.of("exp")),
            put("alg", 7),
            without("alg"),
            without("kid"))) {
      peer.changesHeader(change);
      refused(Kind.WRONG, "ID token: ", () -> claims(peer, client, ADA));
    }
    peer.tellsTheTruth();
    for (String token : List.of("", "a.b.c", "a.b", "a.b.c.d.e", "\u0000", ".".repeat(2))) {
      peer.changesTokens(put("id_token", token));
      refused(Kind.WRONG, "ID token: ", () -> claims(peer, client, ADA));
    }
    peer.changesTokens(
        members ->
            members.computeIfPresent(
                "id_token", (name, token) -> String.valueOf(token).replaceFirst("\\.[^.]*$", ".")));
    refused(Kind.WRONG, "ID token: ", () -> claims(peer, client, ADA));
    peer.tellsTheTruth();
    peer.signsWith(OidcPeer.Key.fresh("RS256"));
    refused(Kind.WRONG, "unknown key", () -> claims(peer, client, ADA));
  }

  @Test
  void aNewKeyIsLookedForNotMoreOftenThanOnceInAWhile() throws Exception {
    OidcPeer peer = peer(Shape.COGNITO);
    IssuerClient client = client(peer);
    claims(peer, client, ADA);
    peer.rotates();
    refused(Kind.WRONG, "unknown key", () -> claims(peer, client, ADA));
    clock.pass(Duration.ofSeconds(10));
    assertThat(claims(peer, client, ADA).subject()).isEqualTo(ADA.subject());
    assertThat(Collections.frequency(peer.asked(), KEYS)).isEqualTo(2);

    peer.changesHeader(put("kid", "unknown"));
    for (int i = 0; i < 5; i++) {
      refused(Kind.WRONG, "unknown key", () -> claims(peer, client, ADA));
    }
    assertThat(Collections.frequency(peer.asked(), KEYS)).isEqualTo(2);
    clock.pass(Duration.ofSeconds(10));
    for (int i = 0; i < 5; i++) {
      refused(Kind.WRONG, "unknown key", () -> claims(peer, client, ADA));
    }
    assertThat(Collections.frequency(peer.asked(), KEYS)).isEqualTo(3);
    assertThat(Collections.frequency(peer.asked(), DESCRIPTION)).isEqualTo(1);
    clock.pass(Duration.ofMinutes(15));
    peer.tellsTheTruth();
    claims(peer, client, ADA);
    assertThat(Collections.frequency(peer.asked(), DESCRIPTION)).isEqualTo(2);
  }

  @Test
  void keysThatAreOfNoUseAreOverlooked() throws Exception {
    OidcPeer peer = peer(Shape.COGNITO);
    OidcPeer.Key key = OidcPeer.Key.fresh("RS256");
    peer.signsWith(key);
    Map<String, Object> huge = new LinkedHashMap<>(key.published());
    huge.put("n", "f" + "A".repeat(4000));
    Map<String, Object> forEncryption = new LinkedHashMap<>(key.published());
    forEncryption.put("use", "enc");
    List<Object> useless =
        List.of(
            huge,
            forEncryption,
            Map.of("kty", "oct", "kid", key.id(), "k", "AAAA"),
            Map.of("kty", "unheard of", "kid", key.id()),
            Map.of("kty", "RSA", "kid", key.id()));
    peer.answersWith(KEYS, Answer.ok(OidcPeer.json(Map.of("keys", useless))));
    IssuerClient client = client(peer);
    refused(Kind.WRONG, "unknown key", () -> claims(peer, client, ADA));

    List<Object> all = new ArrayList<>(useless);
    all.add(key.published());
    peer.answersWith(KEYS, Answer.ok(OidcPeer.json(Map.of("keys", all))));
    claims(peer, client(peer), ADA);
    all.add(key.published());
    peer.answersWith(KEYS, Answer.ok(OidcPeer.json(Map.of("keys", all))));
    refused(Kind.WRONG, "unknown key", () -> claims(peer, client(peer), ADA));
  }

  @Test
  void aDescriptionIsOfThisIssuerAndSafe() {
    OidcPeer peer = KEYCLOAK.get();
    for (Consumer<Map<String, Object>> change :
        List.of(
            put("issuer", peer.issuer() + "/"),
            put("issuer", List.of(peer.issuer())),
            without("issuer"),
            put("authorization_endpoint", "javascript:alert(1)"),
            put("authorization_endpoint", "http://id.example.org/authorize"),
            put("authorization_endpoint", "https://user@id.example.org/authorize"),
            put("token_endpoint", "file:///etc/passwd"),
            put("token_endpoint", "https://id.example.org/token#here"),
            put("jwks_uri", "no address at all"),
            without("jwks_uri"),
            put("token_endpoint_auth_methods_supported", List.of("private_key_jwt")))) {
      peer.changesDescription(change);
      refused(Kind.WRONG, "description: ", () -> claims(peer, client(peer), ADA));
    }
    peer.tellsTheTruth();
  }

  @Test
  void theSecretIsGivenAsTheIssuerTakesIt() throws Exception {
    OidcPeer peer = KEYCLOAK.get();
    peer.changesDescription(
        put("token_endpoint_auth_methods_supported", List.of("client_secret_post")));
    claims(peer, client(peer), ADA);
    peer.changesDescription(without("token_endpoint_auth_methods_supported"));
    claims(peer, client(peer), ADA);
    peer.tellsTheTruth();
    refused(
        Kind.WRONG,
        "status 401",
        () -> claims(peer, client(peer, Optional.of(new Secret("wrong")), true), ADA));
    refused(
        Kind.WRONG, "status 401", () -> claims(peer, client(peer, Optional.empty(), true), ADA));
  }

  @Test
  void whatTheBrowserBringsMustBeFromThereAndForThisVisit() throws Exception {
    OidcPeer peer = KEYCLOAK.get();
    IssuerClient client = client(peer);
    URI address = client.authorization(visit(), "a state", false);
    assertThat(address.getRawQuery()).contains("redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Foidc");
    String code = String.valueOf(peer.visitedBy(ADA, address).get("code"));
    refused(Kind.REFUSED, "iss", () -> client.claims(visit(), code, null));
    refused(Kind.REFUSED, "iss", () -> client.claims(visit(), code, "https://evil.example.org"));
    client.claims(visit(), code, peer.issuer());
    refused(Kind.REFUSED, "invalid_grant", () -> client.claims(visit(), code, peer.issuer()));

    IssuerClient.Visit other =
        new VisitState("company", "http://localhost:8080", NOW, "", "")
            .visit("a state", "the secret of another browser");
    String stolen = String.valueOf(peer.visitedBy(ADA, address).get("code"));
    refused(Kind.REFUSED, "invalid_grant", () -> client.claims(other, stolen, peer.issuer()));
  }

  @Test
  void answersThatAreHugeOrGarbageOrLeadElsewhereAreRefused() {
    OidcPeer peer = KEYCLOAK.get();
    for (String place : List.of(DESCRIPTION, TOKEN, KEYS)) {
      for (Answer answer :
          List.of(
              Answer.ok("{\"a\":\"" + "x".repeat(70_000) + "\"}"),
              Answer.ok("<html>"),
              Answer.ok("[]"),
              Answer.ok("null"),
              Answer.ok("[".repeat(30_000)),
              Answer.ok("{\"a\":".repeat(10_000)),
              Answer.ok("{\"a\":1,\"a\":2}"),
              new Answer(302, "", Map.of("Location", peer.issuer() + "/" + place + "2")),
              new Answer(403, "", Map.of()))) {
        peer.answersWith(place, answer);
        refused(Kind.WRONG, "", () -> claims(peer, client(peer), ADA));
      }
      for (int status : new int[] {500, 503, 429}) {
        peer.answersWith(place, new Answer(status, "{}", Map.of()));
        refused(Kind.AWAY, "status " + status, () -> claims(peer, client(peer), ADA));
      }
      peer.tellsTheTruth();
    }
    peer.answersWith(KEYS, Answer.ok("{\"keys\":7}"));
    refused(Kind.WRONG, "", () -> claims(peer, client(peer), ADA));
    peer.answersWith(KEYS, Answer.ok("{\"keys\":[7,null,{\"kty\":null}]}"));
    refused(Kind.WRONG, "", () -> claims(peer, client(peer), ADA));
    peer.tellsTheTruth();
    peer.changesTokens(without("id_token"));
    refused(Kind.WRONG, "no ID token", () -> claims(peer, client(peer), ADA));
    peer.tellsTheTruth();
  }

  @Test
  void anIssuerThatDoesNotAnswerIsAway() {
    OidcPeer peer = peer(Shape.COGNITO);
    IssuerClient client = client(peer);
    peer.answersWith(TOKEN, Answer.never());
    refused(Kind.AWAY, "token: ", () -> claims(peer, client, ADA));
    peer.close();
    refused(Kind.AWAY, "it is not reached", () -> client.claims(visit(), "code", null));
  }

  @Test
  void settingsThatMakeNoSenseAreNamed() {
    Map<String, String> good =
        Map.of(
            "parley.oidc.company.issuer", "https://id.example.org/realms/parley",
            "parley.oidc.company.client", "parley",
            "parley.oidc.NAME.scopes", "openid email profile",
            "parley.oidc.NAME.email-believed", "false");
    assertThat(IssuerSettings.read("company", key -> Optional.ofNullable(good.get(key))).scopes())
        .isEqualTo("openid email profile");
    Map<String, String> bad =
        Map.ofEntries(
            Map.entry("issuer", "http://id.example.org"),
            Map.entry("client", "p\u00e4rley"),
            Map.entry("scopes", "email"),
            Map.entry("label", "x".repeat(41)),
            Map.entry("email-believed", "perhaps"));
    bad.forEach(
        (name, value) -> {
          Map<String, String> settings = new LinkedHashMap<>(good);
          settings.put("parley.oidc.company." + name, value);
          assertThatThrownBy(
                  () ->
                      IssuerSettings.read("company", key -> Optional.ofNullable(settings.get(key))))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("parley.oidc.company." + name);
        });
    for (String issuer :
        List.of(
            "https://id.example.org/?a=b",
            "https://id.example.org/#a",
            "https://me@id.example.org",
            "ldap://id.example.org",
            "id.example.org",
            "https://a b")) {
      Map<String, String> settings = new LinkedHashMap<>(good);
      settings.put("parley.oidc.company.issuer", issuer);
      assertThatThrownBy(
              () -> IssuerSettings.read("company", key -> Optional.ofNullable(settings.get(key))))
          .hasMessageContaining("parley.oidc.company.issuer");
    }
    assertThatThrownBy(() -> IssuerSettings.read("company", key -> Optional.empty()))
        .hasMessageContaining("PARLEY_OIDC_COMPANY_ISSUER");
    assertThatThrownBy(() -> new OidcSettings(Optional.of(List.of("one", "one"))))
        .hasMessageContaining("parley.oidc.issuers");
    assertThatThrownBy(() -> new OidcSettings(Optional.of(List.of("../one"))))
        .hasMessageContaining("parley.oidc.issuers");
    assertThatThrownBy(
            () ->
                Issuers.of(
                    new OidcSettings(Optional.of(List.of("company", "other"))),
                    key -> Optional.ofNullable(good.get(key.replace("other", "company"))),
                    clock))
        .hasMessageContaining("same address");
  }

  @Test
  void aStateBelongsToItsBrowserIssuerAndSession() {
    String secret = "s".repeat(43);
    VisitState begun =
        VisitState.read(
            new VisitState("company", "https://chat.example.org", NOW, VisitState.hash(secret), "")
                .text());
    assertThat(begun.begunAt()).isEqualTo(NOW);
    assertThat(begun.isOf("company", secret, "")).isTrue();
    assertThat(begun.isOf("company", "t".repeat(43), "")).isFalse();
    assertThat(begun.isOf("company", null, "")).isFalse();
    assertThat(begun.isOf("company", secret, "session")).isFalse();
    assertThat(begun.isOf("other", secret, "")).isFalse();
    assertThat(begun.visit("state", secret).verifier())
        .hasSize(43)
        .isNotEqualTo(begun.visit("state", secret).nonce())
        .isNotEqualTo(begun.visit("another", secret).verifier());
  }
}
