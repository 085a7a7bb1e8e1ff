package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static chat.parley.testing.RunningParley.AWAY;
import static chat.parley.testing.RunningParley.COGNITO;
import static chat.parley.testing.RunningParley.KEYCLOAK;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.OidcPeer;
import chat.parley.testing.AtOnce;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with issuers of OpenID Connect, honest ones and others, over two instances. */
@ExtendWith(RunningParley.Extension.class)
class OidcIT {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String COOKIE = "__Host-parley-issuer";
  private static final String BEGIN = "/api/auth/oidc/visits";
  private static final String LOGIN = "/api/auth/oidc/login";
  private static final String REGISTER = "/api/auth/oidc/register";
  private static final String CREDENTIALS = "/api/account/credentials";
  private static final String LINKS = "/api/account/credentials/oidc";
  private static final String PROOFS = "/api/account/proofs/oidc";
  private static final String REFUSED = "issuer-sign-in-refused";

  /** A browser that has been sent to an issuer. */
  private record Away(String issuer, URI address, String cookie) {

    static Away begun(RestClient rest, String path, String issuer) {
      Answer begun = rest.post(path, Map.of("issuer", issuer)).expect(201);
      String set =
          begun.headers().allValues("Set-Cookie").stream()
              .filter(cookie -> cookie.startsWith(COOKIE))
              .findFirst()
              .orElseThrow();
      assertThat(set).contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/");
      return new Away(
          issuer,
          URI.create(begun.body().path("address").asText()),
          set.substring(0, set.indexOf(';')));
    }

    /** What the issuer sends it back with. */
    Map<String, String> answer(RunningParley parley, OidcPeer.Person person) {
      Map<String, String> answer = new HashMap<>(parley.issuer(issuer).visitedBy(person, address));
      answer.remove("session_state");
      answer.put("issuer", issuer);
      return answer;
    }
  }

  private static OidcPeer.Person somebody() {
    return OidcPeer.Person.of("o" + new BigInteger(60, RANDOM).toString(36));
  }

  private static Answer login(RestClient rest, String cookie, Map<String, String> answer) {
    return rest.withHeader("Cookie", cookie)
        .post(LOGIN, Map.of("answer", answer, "tokenDelivery", "body"));
  }

  /** Begins on one instance and comes back to the other. */
  private static Answer signIn(RunningParley parley, String issuer, OidcPeer.Person person) {
    Away away = Away.begun(parley.rest(1), BEGIN, issuer);
    return login(parley.rest(2), away.cookie(), away.answer(parley, person));
  }

  private static JsonNode register(RunningParley parley, String issuer, OidcPeer.Person person) {
    Answer unknown = signIn(parley, issuer, person);
    assertProblem(unknown, 403, "identity-unregistered");
    return parley
        .rest(1)
        .post(
            REGISTER,
            Map.of(
                "registration",
                unknown.body().path("registration").asText(),
                "username",
                person.username(),
                "tokenDelivery",
                "body"))
        .expect(201)
        .body();
  }

  private static RestClient as(RestClient rest, JsonNode signedIn) {
    return rest.withToken(signedIn.path("accessToken").asText());
  }

  private static Stream<JsonNode> identities(RestClient rest) {
    return rest.get(CREDENTIALS)
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .filter(item -> item.path("kind").asText().equals("oidc"));
  }

  private static Answer link(
      RunningParley parley, RestClient rest, String issuer, OidcPeer.Person person) {
    Away away = Away.begun(rest, LINKS + "/visits", issuer);
    return rest.withHeader("Cookie", away.cookie()).post(LINKS, away.answer(parley, person));
  }

  private static void change(RunningParley parley, String sql, String id) throws SQLException {
    try (Connection database = parley.database();
        PreparedStatement change = database.prepareStatement(sql)) {
      change.setObject(1, UUID.fromString(id));
      assertThat(change.executeUpdate()).isPositive();
    }
  }

  private static void letTheProofAge(RunningParley parley, JsonNode signedIn) throws SQLException {
    change(
        parley,
        "UPDATE session SET proven_at = now() - interval '11 minutes' WHERE id = ?",
        signedIn.at("/session/id").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {KEYCLOAK, COGNITO})
  void aNewPersonChoosesANameAndComesBackOnAnyInstance(String issuer, RunningParley parley) {
    OidcPeer.Person ada = somebody();
    Answer unknown = signIn(parley, issuer, ada);
    assertProblem(unknown, 403, "identity-unregistered");
    assertThat(unknown.body().path("username").asText()).isEqualTo(ada.username());
    assertThat(unknown.body().has("email")).isEqualTo(issuer.equals(KEYCLOAK));
    Map<String, String> registration =
        new HashMap<>(
            Map.of(
                "registration",
                unknown.body().path("registration").asText(),
                "username",
                parley.newPerson(1).username(),
                "tokenDelivery",
                "body"));
    assertProblem(parley.rest(1).post(REGISTER, registration), 409, "username-taken");
    registration.put("username", ada.username());
    JsonNode registered = parley.rest(2).post(REGISTER, registration).expect(201).body();
    registration.put("username", "x" + ada.username());
    assertProblem(
        parley.rest(1).post(REGISTER, registration), 401, "identity-registration-refused");

    JsonNode again = signIn(parley, issuer, ada).expect(200).body();
    assertThat(again.at("/account/id")).isEqualTo(registered.at("/account/id"));
    RestClient rest = as(parley.rest(1), again);
    assertThat(rest.get("/api/sessions").expect(200).body().findValuesAsText("method"))
        .containsExactly("oidc", "oidc");
    JsonNode identity = identities(rest).findFirst().orElseThrow();
    assertThat(identity.path("issuer").asText()).isEqualTo(issuer);
    assertThat(identity.path("name").asText())
        .isEqualTo(issuer.equals(KEYCLOAK) ? "Company ID" : COGNITO);
    assertThat(identity.has("lastUsedAt")).isTrue();
  }

  @Test
  void twoIssuersKnowTwoPeopleEvenWithTheSameSubjectAndAddress(RunningParley parley) {
    OidcPeer.Person ada = somebody();
    JsonNode atKeycloak = register(parley, KEYCLOAK, ada);
    assertThat(address(as(parley.rest(1), atKeycloak))).isEqualTo(ada.email());
    OidcPeer.Person same =
        new OidcPeer.Person(ada.subject(), "x" + ada.username(), ada.email(), true);
    JsonNode atCognito = register(parley, COGNITO, same);
    assertThat(atCognito.at("/account/id")).isNotEqualTo(atKeycloak.at("/account/id"));
    assertThat(address(as(parley.rest(1), atCognito))).isEmpty();

    // At the believed issuer, too, an address belongs to whoever has it.
    OidcPeer.Person other =
        new OidcPeer.Person(
            somebody().subject(), "y" + ada.username(), ada.email().toUpperCase(Locale.ROOT), true);
    assertThat(address(as(parley.rest(1), register(parley, KEYCLOAK, other)))).isEmpty();
    OidcPeer.Person unverified =
        new OidcPeer.Person(somebody().subject(), "z" + ada.username(), "z" + ada.email(), false);
    assertThat(address(as(parley.rest(1), register(parley, KEYCLOAK, unverified)))).isEmpty();
  }

  private static String address(RestClient rest) {
    return rest.get("/api/account/email").expect(200).body().at("/verified/email").asText();
  }

  @Test
  void aStateIsGoodOnceInTheBrowserThatBeganAndForItsIssuer(RunningParley parley) {
    OidcPeer.Person ada = somebody();
    register(parley, KEYCLOAK, ada);
    Away mallory = Away.begun(parley.rest(1), BEGIN, KEYCLOAK);
    Map<String, String> stolen = mallory.answer(parley, ada);

    // Another browser is made to come back with what this one began, and the other way round.
    Away victim = Away.begun(parley.rest(1), BEGIN, KEYCLOAK);
    assertProblem(login(parley.rest(2), victim.cookie(), stolen), 401, REFUSED);
    assertProblem(login(parley.rest(2), mallory.cookie(), stolen), 401, REFUSED);
    assertProblem(login(parley.rest(2), "unrelated=1", victim.answer(parley, ada)), 401, REFUSED);

    // A code of one visit with the state of another.
    Away one = Away.begun(parley.rest(1), BEGIN, KEYCLOAK);
    Away two = Away.begun(parley.rest(1).withHeader("Cookie", one.cookie()), BEGIN, KEYCLOAK);
    assertThat(two.cookie()).isEqualTo(one.cookie());
    Map<String, String> mixed = two.answer(parley, ada);
    mixed.put("code", String.valueOf(one.answer(parley, ada).get("code")));
    assertProblem(login(parley.rest(1), one.cookie(), mixed), 401, REFUSED);

    // Another issuer's page of return, and another issuer that sends the browser back.
    Away three = Away.begun(parley.rest(1), BEGIN, KEYCLOAK);
    Map<String, String> elsewhere = three.answer(parley, ada);
    elsewhere.put("issuer", COGNITO);
    assertProblem(login(parley.rest(1), three.cookie(), elsewhere), 401, REFUSED);
    for (String iss : List.of("", "https://evil.example.org")) {
      Away four = Away.begun(parley.rest(1), BEGIN, KEYCLOAK);
      Map<String, String> misled = four.answer(parley, ada);
      misled.put("iss", iss);
      assertProblem(login(parley.rest(1), four.cookie(), misled), 401, REFUSED);
    }
    Away five = Away.begun(parley.rest(1), BEGIN, KEYCLOAK);
    Map<String, String> silent = five.answer(parley, ada);
    silent.remove("iss");
    assertProblem(login(parley.rest(1), five.cookie(), silent), 401, REFUSED);

    // Many at once, on both instances: one comes in.
    Away six = Away.begun(parley.rest(1), BEGIN, KEYCLOAK);
    Map<String, String> good = six.answer(parley, ada);
    List<Answer> answers = AtOnce.times(8, i -> login(parley.rest(1 + i % 2), six.cookie(), good));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> assertProblem(answer, 401, REFUSED));
  }

  @Test
  void aStateIsGoodForOnePurposeInOneSessionAndForTenMinutes(RunningParley parley)
      throws SQLException {
    OidcPeer.Person ada = somebody();
    JsonNode signedIn = register(parley, KEYCLOAK, ada);
    RestClient rest = as(parley.rest(1), signedIn);
    Away proof = Away.begun(rest, PROOFS + "/visits", KEYCLOAK);
    assertProblem(login(parley.rest(1), proof.cookie(), proof.answer(parley, ada)), 401, REFUSED);
    Away second = Away.begun(rest, PROOFS + "/visits", KEYCLOAK);
    RestClient elsewhere = as(parley.rest(2), signIn(parley, KEYCLOAK, ada).expect(200).body());
    assertProblem(
        elsewhere.withHeader("Cookie", second.cookie()).post(PROOFS, second.answer(parley, ada)),
        403,
        "proof-refused");

    Away late = Away.begun(parley.rest(1), BEGIN, KEYCLOAK);
    try (Connection database = parley.database();
        PreparedStatement age =
            database.prepareStatement(
                "UPDATE one_time_secret SET expires_at = now() - interval '1 second'"
                    + " WHERE purpose = 'OIDC_SIGN_IN'")) {
      assertThat(age.executeUpdate()).isPositive();
    }
    assertProblem(login(parley.rest(1), late.cookie(), late.answer(parley, ada)), 401, REFUSED);
  }

  @Test
  void anIdentityIsLinkedToOneAccountAndUnlinkedUnlessItIsTheLast(RunningParley parley)
      throws SQLException {
    OidcPeer.Person ada = somebody();
    JsonNode signedIn = register(parley, KEYCLOAK, ada);
    RestClient rest = as(parley.rest(1), signedIn);
    // She was at the issuer an hour ago, and has proven nothing since.
    assertProblem(
        rest.post(LINKS + "/visits", Map.of("issuer", COGNITO)), 403, "reauthentication-needed");
    prove(parley, rest, ada).expect(204);
    String first = identities(rest).findFirst().orElseThrow().path("id").asText();
    assertProblem(rest.delete(LINKS + "/" + first), 409, "last-credential");

    OidcPeer.Person atCognito = somebody();
    link(parley, rest, COGNITO, atCognito).expect(200);
    link(parley, rest, COGNITO, atCognito).expect(200);
    assertThat(identities(rest)).hasSize(2);
    JsonNode elsewhere = signIn(parley, COGNITO, atCognito).expect(200).body();
    assertThat(elsewhere.at("/account/id")).isEqualTo(signedIn.at("/account/id"));
    assertThat(parley.mailBox().await(ada.email(), 1).get(0).subject())
        .isEqualTo("A sign-in was linked to your Parley account");

    rest.delete(LINKS + "/" + first).expect(204);
    assertThat(parley.mailBox().await(ada.email(), 2).get(1).subject())
        .isEqualTo("A sign-in was unlinked from your Parley account");
    assertProblem(as(parley.rest(2), elsewhere).get("/api/account"), 401, "unauthenticated");
    assertProblem(signIn(parley, KEYCLOAK, ada), 403, "identity-unregistered");
    assertProblem(rest.delete(LINKS + "/" + first), 404, "not-found");

    // An issuer that nobody signs in with any more is no way in.
    rest.put(CREDENTIALS + "/password", Map.of("password", "four sober otters")).expect(200);
    change(
        parley,
        "UPDATE linked_identity SET issuer = 'https://gone.example.org' WHERE account = ?",
        signedIn.at("/account/id").asText());
    assertThat(identities(rest))
        .allSatisfy(identity -> assertThat(identity.has("issuer")).isFalse());
    assertProblem(rest.delete(CREDENTIALS + "/password"), 409, "last-credential");
  }

  @Test
  void ofTwoWhoLinkTheSameIdentityAtOnceOneHasIt(RunningParley parley) {
    OidcPeer.Person identity = somebody();
    List<RestClient> people = List.of(parley.newPerson(1).rest(), parley.newPerson(2).rest());
    List<Answer> answers = AtOnce.times(2, i -> link(parley, people.get(i), COGNITO, identity));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .allSatisfy(answer -> assertProblem(answer, 409, "identity-taken"));
  }

  private static Answer prove(RunningParley parley, RestClient rest, OidcPeer.Person person) {
    Away away = Away.begun(rest, PROOFS + "/visits", KEYCLOAK);
    assertThat(away.address().getQuery()).contains("prompt=login", "max_age=0");
    return rest.withHeader("Cookie", away.cookie()).post(PROOFS, away.answer(parley, person));
  }

  @Test
  void anIssuerProvesWhoOneIsWhenItAsksAgain(RunningParley parley) throws SQLException {
    OidcPeer.Person ada = somebody();
    OidcPeer.Person mallory = somebody();
    register(parley, KEYCLOAK, mallory);
    JsonNode signedIn = register(parley, KEYCLOAK, ada);
    RestClient rest = as(parley.rest(1), signedIn);
    letTheProofAge(parley, signedIn);
    assertProblem(prove(parley, rest, mallory), 403, "proof-refused");
    parley.issuer(KEYCLOAK).asksAgain(false);
    try {
      assertProblem(prove(parley, rest, ada), 403, "proof-refused");
    } finally {
      parley.issuer(KEYCLOAK).tellsTheTruth();
    }
    Map<String, String> password = Map.of("password", "four sober otters");
    assertProblem(rest.put(CREDENTIALS + "/password", password), 403, "reauthentication-needed");
    prove(parley, rest, ada).expect(204);
    rest.put(CREDENTIALS + "/password", password).expect(200);
  }

  @Test
  void anIssuerThatIsAwayOrLiesKeepsNobodyElseOut(RunningParley parley) {
    long began = System.nanoTime();
    assertProblem(parley.rest(1).post(BEGIN, Map.of("issuer", AWAY)), 503, "unavailable");
    OidcPeer cognito = parley.issuer(COGNITO);
    OidcPeer.Person ada = somebody();
    register(parley, COGNITO, ada);
    try {
      cognito.answersWith("token", OidcPeer.Answer.never());
      began = System.nanoTime();
      assertProblem(signIn(parley, COGNITO, ada), 503, "unavailable");
      assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
      parley.newPerson(1).signInAgain(parley.rest(2));
      cognito.tellsTheTruth();
      signIn(parley, COGNITO, ada).expect(200);

      cognito.changesClaims(claims -> claims.put("aud", "another-client"));
      Answer lied = signIn(parley, COGNITO, ada);
      assertProblem(lied, 502, "issuer-fault");
      assertThat(lied.text()).doesNotContain("another-client");
      cognito.tellsTheTruth();
      cognito.answersWith("token", OidcPeer.Answer.ok("x".repeat(100_000)));
      assertProblem(signIn(parley, COGNITO, ada), 502, "issuer-fault");
    } finally {
      cognito.tellsTheTruth();
    }
    signIn(parley, COGNITO, ada).expect(200);
  }

  @Test
  void whatNamesNoIssuerOrIsGarbageIsRefused(RunningParley parley) {
    RestClient rest = parley.rest(1);
    for (String issuer : List.of("nobody", "Keycloak", "../keycloak", "")) {
      assertProblem(rest.post(BEGIN, Map.of("issuer", issuer)), 404, "not-found");
      assertProblem(
          login(rest, "a=b", Map.of("issuer", issuer, "code", "x", "state", "x")),
          404,
          "not-found");
    }
    for (Map<String, String> answer :
        List.of(
            Map.of("issuer", KEYCLOAK, "code", "", "state", "x"),
            Map.of("issuer", KEYCLOAK, "code", "x", "state", ""),
            Map.of("issuer", KEYCLOAK, "code", "\u0000", "state", "x"),
            Map.of("issuer", KEYCLOAK, "code", "x".repeat(4097), "state", "x"),
            Map.of("issuer", KEYCLOAK, "code", "x", "state", "x".repeat(101)))) {
      assertProblem(login(rest, "a=b", answer), 400, "invalid-input");
    }
    assertThat(
            rest.get("/api/configuration")
                .expect(200)
                .body()
                .path("issuers")
                .findValuesAsText("name"))
        .containsExactly(KEYCLOAK, COGNITO, AWAY);
  }

  @Test
  void whatIsKeptIsGivenToItsOwnerAndGoesWithTheAccount(RunningParley parley) {
    OidcPeer.Person ada = somebody();
    JsonNode signedIn = register(parley, KEYCLOAK, ada);
    RestClient rest = as(parley.rest(1), signedIn);
    prove(parley, rest, ada).expect(204);
    byte[] ways =
        YourDataIT.export(parley.url(1), parley.newPerson(1).signedIn(parley.rest(1), signedIn))
            .getOrDefault("ways-to-sign-in.json", new byte[0]);
    assertThat(new String(ways, StandardCharsets.UTF_8)).contains(ada.subject());

    rest.post("/api/account/deletion", Map.of("username", ada.username())).expect(204);
    assertProblem(signIn(parley, KEYCLOAK, ada), 403, "identity-unregistered");
  }
}
