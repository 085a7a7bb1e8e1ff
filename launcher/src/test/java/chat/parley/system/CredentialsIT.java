package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.testing.AtOnce;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Wallet;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account is opened in several ways, and only its owner changes them. */
@ExtendWith(RunningParley.Extension.class)
class CredentialsIT {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CREDENTIALS = "/api/account/credentials";
  private static final String PASSWORD = CREDENTIALS + "/password";
  private static final String WALLETS = CREDENTIALS + "/wallets";
  private static final String LINK_NONCES = CREDENTIALS + "/wallet-nonces";
  private static final String PROOF_NONCES = "/api/account/proofs/wallet-nonces";
  private static final String NEW_PASSWORD = "seven quiet lanterns";

  private static String random() {
    return new BigInteger(60, RANDOM).toString(36);
  }

  private static Map<String, String> password(String value) {
    return Map.of("password", value);
  }

  private static List<String> kinds(Person person) {
    List<String> kinds = new ArrayList<>();
    person
        .rest()
        .get(CREDENTIALS)
        .expect(200)
        .body()
        .path("items")
        .forEach(item -> kinds.add(item.path("kind").asText()));
    return kinds;
  }

  private static Answer link(RestClient rest, Wallet wallet) {
    return rest.post(WALLETS, wallet.answer(rest.post(LINK_NONCES, Map.of()).expect(201).body()));
  }

  private static Answer signIn(RestClient rest, Wallet wallet) {
    return rest.post("/api/auth/wallet/login", wallet.signIn(rest));
  }

  private static Answer signIn(RestClient rest, String username, String password) {
    return rest.post(
        "/api/auth/login",
        Map.of("username", username, "password", password, "tokenDelivery", "body"));
  }

  /** Makes the last proof of a session eleven minutes older than it is. */
  private static void letTheProofAge(RunningParley parley, Person who) throws SQLException {
    try (Connection database = parley.database();
        PreparedStatement age =
            database.prepareStatement(
                "UPDATE session SET proven_at = proven_at - interval '11 minutes'"
                    + " WHERE id = ?::uuid")) {
      age.setString(1, who.session());
      assertThat(age.executeUpdate()).isEqualTo(1);
    }
  }

  /** An address that is proven to be this person's. */
  private static String verifiedAddress(RunningParley parley, Person person) {
    String address = random() + "@example.org";
    person.rest().put("/api/account/email", Map.of("email", address)).expect(200);
    String token = parley.mailBox().await(address, 1).get(0).token();
    parley.rest(2).post("/api/email-verifications", Map.of("token", token)).expect(200);
    return address;
  }

  private static String lastSubject(RunningParley parley, String address, int count) {
    return parley.mailBox().await(address, count).get(count - 1).subject();
  }

  @Test
  void aLinkedWalletSavesWhoForgetsThePasswordAndTheOtherWayRound(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Wallet wallet = Wallet.fresh();
    JsonNode linked = link(ada.rest(), wallet).expect(200).body();
    assertThat(linked.at("/items/0/kind").asText()).isEqualTo("password");
    assertThat(linked.at("/items/1/kind").asText()).isEqualTo("wallet");
    assertThat(linked.at("/items/1/address").asText()).isEqualTo(wallet.address());
    assertThat(linked.toString()).doesNotContain("argon2", ada.password());

    JsonNode in = signIn(parley.rest(2), wallet).expect(200).body();
    assertThat(in.at("/account/id").asText()).isEqualTo(ada.id());
    RestClient elsewhere = parley.rest(2).withToken(in.path("accessToken").asText());
    elsewhere.delete(PASSWORD).expect(204);
    assertProblem(signIn(parley.rest(1), ada.username(), ada.password()), 401, "wrong-credentials");

    elsewhere.put(PASSWORD, password(NEW_PASSWORD)).expect(200);
    elsewhere.delete(WALLETS + "/" + wallet.address()).expect(204);
    assertProblem(signIn(parley.rest(1), wallet), 403, "wallet-unregistered");
    signIn(parley.rest(1), ada.username(), NEW_PASSWORD).expect(200);
  }

  @Test
  void theLastWayInIsNotTakenAway(RunningParley parley) {
    Person ada = parley.newPerson(1);
    assertProblem(ada.rest().delete(PASSWORD), 409, "last-credential");

    Wallet wallet = Wallet.fresh();
    link(ada.rest(), wallet).expect(200);
    List<Answer> both =
        AtOnce.times(
            2,
            i ->
                ada.rest()
                    .at(parley.url(1 + i))
                    .delete(i == 0 ? PASSWORD : WALLETS + "/" + wallet.address()));
    assertThat(both).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
    assertThat(kinds(ada)).hasSize(1);
  }

  @Test
  void ofTwoWhoLinkOneWalletOneHasIt(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Wallet wallet = Wallet.fresh();
    List<Map<String, String>> signed =
        List.of(
            wallet.answer(ada.rest().post(LINK_NONCES, Map.of()).expect(201).body()),
            wallet.answer(bob.rest().post(LINK_NONCES, Map.of()).expect(201).body()));

    List<Answer> answers =
        AtOnce.times(2, i -> (i == 0 ? ada : bob).rest().post(WALLETS, signed.get(i)));

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .allSatisfy(refused -> assertProblem(refused, 409, "wallet-taken"));
  }

  @Test
  void aMessageLinksInOneSessionOnceAndOnlyWhatItWasSignedFor(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person mallory = parley.newPerson(1);
    Wallet wallet = Wallet.fresh();
    JsonNode challenge = ada.rest().post(LINK_NONCES, Map.of()).expect(201).body();
    assertThat(challenge.path("statement").asText())
        .isEqualTo("Link this wallet to the Parley account " + ada.username() + ".");
    Map<String, String> signed = wallet.answer(challenge);

    assertProblem(mallory.rest().post(WALLETS, signed), 403, "proof-refused");
    // Trying it elsewhere has used it up.
    assertProblem(ada.rest().post(WALLETS, signed), 403, "proof-refused");

    Person phone = ada.signInAgain(parley.rest(2));
    Map<String, String> foreign =
        wallet.answer(phone.rest().post(LINK_NONCES, Map.of()).expect(201).body());
    assertProblem(ada.rest().post(WALLETS, foreign), 403, "proof-refused");

    Map<String, String> forProof =
        wallet.answer(ada.rest().post(PROOF_NONCES, Map.of()).expect(201).body());
    assertProblem(ada.rest().post(WALLETS, forProof), 403, "proof-refused");

    Map<String, String> forLink =
        wallet.answer(ada.rest().post(LINK_NONCES, Map.of()).expect(201).body());
    assertProblem(
        parley.rest(1).post("/api/auth/wallet/login", forLink), 401, "wallet-sign-in-refused");

    Map<String, String> good =
        wallet.answer(ada.rest().post(LINK_NONCES, Map.of()).expect(201).body());
    List<Answer> many =
        AtOnce.times(8, i -> ada.rest().at(parley.url(1 + i % 2)).post(WALLETS, good));
    assertThat(many).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(many)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(refused -> assertProblem(refused, 403, "proof-refused"));
    link(ada.rest(), wallet).expect(200);
    assertThat(kinds(ada)).containsExactly("password", "wallet");
  }

  @Test
  void anAccountHasTwentyWallets(RunningParley parley) {
    Person ada = parley.newPerson(1);
    for (int i = 0; i < 20; i++) {
      link(ada.rest(), Wallet.fresh()).expect(200);
    }
    assertProblem(link(ada.rest(), Wallet.fresh()), 409, "too-many-credentials");
    assertThat(kinds(ada)).hasSize(21);
  }

  @Test
  void nobodyUnlinksTheWalletOfSomebodyElse(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Wallet wallet = Wallet.fresh();
    link(ada.rest(), wallet).expect(200);
    Person mallory = parley.newPerson(1);
    assertProblem(mallory.rest().delete(WALLETS + "/" + wallet.address()), 404, "not-found");
    assertProblem(mallory.rest().delete(WALLETS + "/0x1234"), 404, "not-found");
    signIn(parley.rest(1), wallet).expect(200);
  }

  @Test
  void aChangeAsksForAFreshProofByAnyCredential(RunningParley parley) throws Exception {
    Person ada = parley.newPerson(1);
    Wallet wallet = Wallet.fresh();
    link(ada.rest(), wallet).expect(200);
    Map<String, String> waiting =
        Wallet.fresh().answer(ada.rest().post(LINK_NONCES, Map.of()).expect(201).body());
    letTheProofAge(parley, ada);

    String needed = "reauthentication-needed";
    assertProblem(ada.rest().put(PASSWORD, password(NEW_PASSWORD)), 403, needed);
    assertProblem(ada.rest().delete(PASSWORD), 403, needed);
    assertProblem(ada.rest().post(WALLETS, waiting), 403, needed);
    assertProblem(ada.rest().delete(WALLETS + "/" + wallet.address()), 403, needed);
    assertProblem(
        ada.rest().put("/api/account/email", Map.of("email", "a@example.org")), 403, needed);
    assertProblem(ada.rest().delete("/api/account/email"), 403, needed);

    String byPassword = "/api/account/proofs/password";
    assertProblem(ada.rest().post(byPassword, password("not it")), 403, "proof-refused");
    ada.rest().at(parley.url(2)).post(byPassword, password(ada.password())).expect(204);
    // The refusal has not used the message up: it goes on where it was stopped.
    ada.rest().post(WALLETS, waiting).expect(200);

    letTheProofAge(parley, ada);
    assertProblem(ada.rest().put(PASSWORD, password(NEW_PASSWORD)), 403, needed);
    String byWallet = "/api/account/proofs/wallet";
    Map<String, String> foreign =
        Wallet.fresh().answer(ada.rest().post(PROOF_NONCES, Map.of()).expect(201).body());
    assertProblem(ada.rest().post(byWallet, foreign), 403, "proof-refused");
    Map<String, String> own =
        wallet.answer(ada.rest().post(PROOF_NONCES, Map.of()).expect(201).body());
    ada.rest().post(byWallet, own).expect(204);
    assertProblem(ada.rest().post(byWallet, own), 403, "proof-refused");
    ada.rest().put(PASSWORD, password(NEW_PASSWORD)).expect(200);
  }

  @Test
  void aNewPasswordEndsTheOtherSessionsAndIsTold(RunningParley parley) {
    Person ada = parley.newPerson(1);
    String address = verifiedAddress(parley, ada);
    Person phone = ada.signInAgain(parley.rest(2));
    try (SocketClient socket = phone.connect(parley.rest(2), Map.of())) {
      ada.rest().put(PASSWORD, password(NEW_PASSWORD)).expect(200);
      assertThat(socket.awaitBye().path("code").asInt()).isEqualTo(4401);
    }
    assertProblem(phone.rest().get("/api/account"), 401, "unauthenticated");
    ada.rest().get("/api/account").expect(200);
    assertThat(lastSubject(parley, address, 2))
        .isEqualTo("The password of your Parley account was changed");

    Wallet wallet = Wallet.fresh();
    link(ada.rest(), wallet).expect(200);
    assertThat(lastSubject(parley, address, 3))
        .isEqualTo("A wallet was linked to your Parley account");
    assertThat(parley.mailBox().to(address).get(2).text())
        .contains(wallet.address(), ada.username());
    ada.rest().delete(PASSWORD).expect(204);
    assertThat(lastSubject(parley, address, 4))
        .isEqualTo("The password of your Parley account was removed");
    ada.rest().put(PASSWORD, password(NEW_PASSWORD)).expect(200);
    assertThat(lastSubject(parley, address, 5))
        .isEqualTo("A password was set for your Parley account");
    ada.rest().delete(WALLETS + "/" + wallet.address()).expect(204);
    assertThat(lastSubject(parley, address, 6))
        .isEqualTo("A wallet was unlinked from your Parley account");
  }

  @Test
  void aPasswordThatAttackersKnowIsRefused(RunningParley parley) {
    String username = "p" + random();
    for (String known : List.of("password1", "PassWord1", username)) {
      assertProblem(
          parley
              .rest(1)
              .post("/api/auth/register", Map.of("username", username, "password", known)),
          422,
          "password-breached");
      assertProblem(
          parley.newPerson(1).rest().put(PASSWORD, password("PassWord1")),
          422,
          "password-breached");
    }
    assertProblem(
        parley.newPerson(1).rest().put(PASSWORD, password("short")), 400, "invalid-input");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2a", "2b", "2y"})
  void anImportedPasswordOpensAndIsHashedAnewAtOnce(String version, RunningParley parley)
      throws Exception {
    String username = "p" + random();
    // Shorter than what people may choose here: another system took it.
    String password = "abc123";
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    imports(parley, username, OpenBSDBCrypt.generate(version, password.toCharArray(), salt, 4));

    assertProblem(signIn(parley.rest(1), username, "abc124"), 401, "wrong-credentials");
    assertThat(hash(parley, username)).startsWith("$" + version + "$04$");
    signIn(parley.rest(2), username, password).expect(200);
    assertThat(hash(parley, username)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    signIn(parley.rest(1), username, password).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc123",
        "$2b$04$tooShort",
        "$2x$04$abcdefghijklmnopqrstuu5cZ5cZ5cZ5cZ5cZ5cZ5cZ5cZ5cZ5cZ5",
        "$2b$31$abcdefghijklmnopqrstuu5cZ5cZ5cZ5cZ5cZ5cZ5cZ5cZ5cZ5cZ5",
        "$1$md5$abcdefghijklmnopqrstuv"
      })
  void whatIsNoHashOfBcryptIsNotImported(String hash, RunningParley parley) {
    assertThatThrownBy(() -> imports(parley, "p" + random(), hash))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("not a bcrypt hash");
  }

  private static void imports(RunningParley parley, String username, String hash)
      throws SQLException {
    try (Connection database = parley.database();
        PreparedStatement call = database.prepareStatement("SELECT parley_import_account(?, ?)")) {
      call.setString(1, username);
      call.setString(2, hash);
      call.execute();
    }
  }

  private static String hash(RunningParley parley, String username) throws SQLException {
    try (Connection database = parley.database();
        PreparedStatement select =
            database.prepareStatement(
                "SELECT p.hash FROM password_credential p JOIN account a ON a.id = p.account_id"
                    + " WHERE a.username = ?")) {
      select.setString(1, username);
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }
}
