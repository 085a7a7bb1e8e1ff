package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.AtOnce;
import chat.parley.testing.Authenticator;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A passkey opens its account without a name, and nothing else does what it does. */
@ExtendWith(RunningParley.Extension.class)
class PasskeysIT {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PASSKEYS = "/api/account/credentials/passkeys";
  private static final String NEW = "/api/account/credentials/passkeys/challenges";
  private static final String PROOFS = "/api/account/proofs/passkey/challenges";
  private static final String PROVE = "/api/account/proofs/passkey";
  private static final String CHALLENGES = "/api/auth/passkey/challenges";
  private static final String LOGIN = "/api/auth/passkey/login";

  private static Authenticator authenticator(RunningParley parley) {
    return Authenticator.fresh(origin(parley));
  }

  private static String origin(RunningParley parley) {
    return parley.url(1).toString().replaceAll("/$", "");
  }

  private static String challenge(RestClient rest, String path) {
    return rest.post(path, Map.of()).expect(201).body().path("challenge").asText();
  }

  private static Answer add(RestClient rest, Authenticator passkey) {
    return rest.post(PASSKEYS, passkey.made(challenge(rest, NEW), "Phone"));
  }

  private static Answer signIn(RestClient rest, Map<String, Object> assertion) {
    return rest.post(LOGIN, Map.of("assertion", assertion, "tokenDelivery", "body"));
  }

  private static Answer signIn(RestClient rest, Authenticator passkey) {
    return signIn(rest, passkey.signed(challenge(rest, CHALLENGES)));
  }

  private static void refused(Answer answer) {
    assertProblem(answer, 401, "passkey-refused");
  }

  private static JsonNode passkey(Answer credentials) {
    return Stream.of(credentials.expect(200).body().path("items"))
        .flatMap(items -> items.valueStream())
        .filter(item -> item.path("kind").asText().equals("passkey"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPasskeySignsInWithoutANameOnAnyInstance(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Authenticator passkey = authenticator(parley);
    JsonNode added = passkey(add(ada.rest(), passkey));
    assertThat(added.path("name").asText()).isEqualTo("Phone");
    assertThat(added.has("lastUsedAt")).isFalse();

    JsonNode in = signIn(parley.rest(2), passkey.withCounter(2)).expect(200).body();
    assertThat(in.at("/account/id").asText()).isEqualTo(ada.id());
    RestClient elsewhere = parley.rest(2).withToken(in.path("accessToken").asText());
    assertThat(elsewhere.get("/api/sessions").expect(200).body().findValuesAsText("method"))
        .containsExactlyInAnyOrder("password", "passkey");
    assertThat(passkey(elsewhere.get("/api/account/credentials")).has("lastUsedAt")).isTrue();

    elsewhere.delete("/api/account/credentials/password").expect(204);
    String path = PASSKEYS + "/" + added.path("id").asText();
    assertProblem(elsewhere.delete(path), 409, "last-credential");
    elsewhere
        .put("/api/account/credentials/password", Map.of("password", "seven quiet lanterns"))
        .expect(200);
    elsewhere.delete(path).expect(204);
    refused(signIn(parley.rest(1), passkey.withCounter(3)));
  }

  @Test
  void aChallengeIsGoodOnceForOnePurposeAndInOneSession(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person mallory = parley.newPerson(1);
    Authenticator passkey = authenticator(parley);
    Map<String, Object> made = passkey.made(challenge(ada.rest(), NEW), "Phone");
    assertProblem(mallory.rest().post(PASSKEYS, made), 403, "proof-refused");
    assertProblem(ada.rest().post(PASSKEYS, made), 403, "proof-refused");
    assertProblem(
        ada.rest().post(PASSKEYS, passkey.made(challenge(ada.rest(), PROOFS), "Phone")),
        403,
        "proof-refused");
    assertProblem(
        ada.rest().post(PASSKEYS, passkey.made(challenge(parley.rest(1), CHALLENGES), "Phone")),
        403,
        "proof-refused");
    add(ada.rest(), passkey).expect(200);

    refused(signIn(parley.rest(1), passkey.withCounter(2).signed(challenge(ada.rest(), PROOFS))));
    refused(signIn(parley.rest(1), passkey.withCounter(2).signed("x".repeat(43))));
    Person phone = ada.signInAgain(parley.rest(2));
    assertProblem(
        ada.rest().post(PROVE, passkey.withCounter(2).signed(challenge(phone.rest(), PROOFS))),
        403,
        "proof-refused");

    Map<String, Object> assertion =
        passkey.withCounter(2).signed(challenge(parley.rest(1), CHALLENGES));
    List<Answer> answers = AtOnce.times(8, i -> signIn(parley.rest(1 + i % 2), assertion));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(PasskeysIT::refused);
  }

  @Test
  void anExpiredChallengeIsRefused(RunningParley parley) throws SQLException {
    Person ada = parley.newPerson(1);
    Authenticator passkey = authenticator(parley);
    add(ada.rest(), passkey).expect(200);
    String challenge = challenge(parley.rest(1), CHALLENGES);
    try (Connection database = parley.database();
        PreparedStatement age =
            database.prepareStatement(
                "UPDATE one_time_secret SET expires_at = now() - interval '1 second'"
                    + " WHERE purpose = 'PASSKEY_SIGN_IN'")) {
      assertThat(age.executeUpdate()).isPositive();
    }
    refused(signIn(parley.rest(1), passkey.withCounter(2).signed(challenge)));
  }

  @Test
  void whatWasSignedForAnotherPageIsRefused(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Authenticator passkey = authenticator(parley);
    for (Authenticator elsewhere :
        List.of(
            passkey.withOrigin("https://evil.example.org"),
            passkey.withOrigin("http://localhost"),
            passkey.withOrigin(origin(parley) + "0"),
            passkey.withOrigin("null"),
            passkey.withRpId("evil.example.org"))) {
      assertProblem(add(ada.rest(), elsewhere), 403, "proof-refused");
    }
    // The browser says where the page is from: not from where it was signed.
    assertProblem(
        add(ada.rest().withHeader("Origin", origin(parley)), passkey.withOrigin("http://x.y")),
        403,
        "proof-refused");
    add(ada.rest(), passkey).expect(200);
    refused(signIn(parley.rest(1), passkey.withOrigin("https://evil.example.org").withCounter(2)));
    refused(signIn(parley.rest(1), passkey.withRpId("evil.example.org").withCounter(2)));
    signIn(parley.rest(1), passkey.withCounter(2)).expect(200);
  }

  @Test
  void thePersonMustBeThereAndVerified(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Authenticator passkey = authenticator(parley);
    for (int flags : new int[] {0, 1, 4}) {
      assertProblem(add(ada.rest(), passkey.withFlags(flags)), 403, "proof-refused");
    }
    add(ada.rest(), passkey).expect(200);
    for (int flags : new int[] {0, 1, 4}) {
      refused(signIn(parley.rest(1), passkey.withCounter(2).withFlags(flags)));
    }
  }

  @Test
  void whatIsOfAnotherTypeOrGarbageIsRefused(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Authenticator passkey = authenticator(parley);
    assertProblem(
        ada.rest()
            .post(PASSKEYS, passkey.made("webauthn.get", challenge(ada.rest(), NEW), "Phone")),
        403,
        "proof-refused");
    Map<String, Object> garbage = new HashMap<>(passkey.made(challenge(ada.rest(), NEW), "Phone"));
    garbage.put("attestationObject", "AAAA");
    assertProblem(ada.rest().post(PASSKEYS, garbage), 403, "proof-refused");
    for (String name : List.of("", " ", "x".repeat(65), "tab\there", "turned\u202earound")) {
      assertProblem(
          ada.rest().post(PASSKEYS, passkey.made(challenge(ada.rest(), NEW), name)),
          400,
          "invalid-input");
    }
    add(ada.rest(), passkey).expect(200);

    Authenticator next = passkey.withCounter(2);
    refused(
        signIn(
            parley.rest(1), next.signed("webauthn.create", challenge(parley.rest(1), CHALLENGES))));
    for (String member :
        List.of("authenticatorData", "clientDataJson", "signature", "credential")) {
      Map<String, Object> broken =
          new HashMap<>(next.signed(challenge(parley.rest(1), CHALLENGES)));
      broken.put(member, "AAAA");
      refused(signIn(parley.rest(1), broken));
      broken.put(member, "no base64!");
      assertProblem(signIn(parley.rest(1), broken), 400, "invalid-input");
    }
    Map<String, Object> foreign = new HashMap<>(next.signed(challenge(parley.rest(1), CHALLENGES)));
    foreign.put("userHandle", "AAAAAAAAAAAAAAAAAAAAAA");
    refused(signIn(parley.rest(1), foreign));
    refused(signIn(parley.rest(1), authenticator(parley)));
  }

  @Test
  void aCounterThatWentBackIsRefused(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Authenticator passkey = authenticator(parley);
    add(ada.rest(), passkey).expect(200);
    signIn(parley.rest(1), passkey.withCounter(7)).expect(200);
    refused(signIn(parley.rest(2), passkey.withCounter(7)));
    refused(signIn(parley.rest(1), passkey.withCounter(3)));
    signIn(parley.rest(1), passkey.withCounter(8)).expect(200);
  }

  @Test
  void oneWithoutACounterIsTakenEachTime(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Authenticator passkey = authenticator(parley).withCounter(0);
    add(ada.rest(), passkey).expect(200);
    signIn(parley.rest(1), passkey).expect(200);
    signIn(parley.rest(2), passkey).expect(200);
  }

  @Test
  void aPasskeyProvesWhoItsPersonIsAndNobodyElse(RunningParley parley) throws SQLException {
    Person ada = parley.newPerson(1);
    Authenticator passkey = authenticator(parley);
    add(ada.rest(), passkey).expect(200);
    Person mallory = parley.newPerson(1);
    Authenticator foreign = authenticator(parley);
    add(mallory.rest(), foreign).expect(200);
    try (Connection database = parley.database();
        PreparedStatement age =
            database.prepareStatement(
                "UPDATE session SET proven_at = proven_at - interval '11 minutes'"
                    + " WHERE id = ?::uuid")) {
      age.setString(1, ada.session());
      assertThat(age.executeUpdate()).isEqualTo(1);
    }
    Authenticator more = authenticator(parley);
    Map<String, Object> waiting = more.made(challenge(ada.rest(), NEW), "Laptop");
    assertProblem(ada.rest().post(PASSKEYS, waiting), 403, "reauthentication-needed");
    assertProblem(
        ada.rest().post(PROVE, foreign.withCounter(2).signed(challenge(ada.rest(), PROOFS))),
        403,
        "proof-refused");
    JsonNode asked = ada.rest().post(PROOFS, Map.of()).expect(201).body();
    assertThat(asked.path("credentials")).hasSize(1);
    ada.rest()
        .post(PROVE, passkey.withCounter(2).signed(asked.path("challenge").asText()))
        .expect(204);
    ada.rest().post(PASSKEYS, waiting).expect(200);
  }

  @Test
  void aPasskeyOpensOneAccountAndAnAccountHasTwenty(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person mallory = parley.newPerson(1);
    Authenticator passkey = authenticator(parley);
    add(ada.rest(), passkey).expect(200);
    assertProblem(add(mallory.rest(), passkey), 403, "proof-refused");
    assertProblem(mallory.rest().delete(PASSKEYS + "/" + UUID.randomUUID()), 404, "not-found");
    String id = passkey(ada.rest().get("/api/account/credentials")).path("id").asText();
    assertProblem(mallory.rest().delete(PASSKEYS + "/" + id), 404, "not-found");
    for (int i = 1; i < 20; i++) {
      add(ada.rest(), authenticator(parley)).expect(200);
    }
    assertProblem(add(ada.rest(), authenticator(parley)), 409, "too-many-credentials");
  }

  @Test
  void theAddressIsToldOfPasskeys(RunningParley parley) {
    Person ada = parley.newPerson(1);
    String address = new BigInteger(60, RANDOM).toString(36) + "@example.org";
    ada.rest().put("/api/account/email", Map.of("email", address)).expect(200);
    parley
        .rest(1)
        .post(
            "/api/email-verifications",
            Map.of("token", parley.mailBox().await(address, 1).get(0).token()))
        .expect(200);
    JsonNode added = passkey(add(ada.rest(), authenticator(parley)));
    assertThat(parley.mailBox().await(address, 2).get(1).subject())
        .isEqualTo("A passkey was added to your Parley account");
    ada.rest().delete(PASSKEYS + "/" + added.path("id").asText()).expect(204);
    assertThat(parley.mailBox().await(address, 3).get(2).subject())
        .isEqualTo("A passkey was removed from your Parley account");
  }
}
