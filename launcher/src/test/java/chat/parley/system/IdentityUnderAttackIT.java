package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.AtOnce;
import chat.parley.testing.NeedsQuiet;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Wallet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, staying in and going out, when somebody cheats or many come at the same moment. */
@NeedsQuiet
@ExtendWith(RunningParley.Extension.class)
class IdentityUnderAttackIT {

  private static final long MIB = 1024 * 1024;

  private static final String REGISTER = "/api/auth/register";
  private static final String REFRESH = "/api/auth/refresh";
  private static final String WALLET_LOGIN = "/api/auth/wallet/login";
  private static final String WALLET_REGISTER = "/api/auth/wallet/register";
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  // Wallets

  @Test
  void aSignedMessageSignsInOnceHoweverManySendItAtOnce(RunningParley parley) {
    Wallet wallet = Wallet.fresh();
    register(parley.rest(1), wallet.registration(parley.rest(1)), name()).expect(201);
    Map<String, String> signed = wallet.signIn(parley.rest(1));

    List<Answer> answers = AtOnce.times(50, i -> parley.rest(1 + i % 2).post(WALLET_LOGIN, signed));

    List<Answer> in = withStatus(answers, 200);
    assertThat(in).hasSize(1);
    assertThat(withStatus(answers, 401))
        .hasSize(49)
        .allSatisfy(refused -> assertProblem(refused, 401, "wallet-sign-in-refused"));
    // The registration opened one session, the sign-in one, the replays none.
    Answer sessions =
        parley
            .rest(1)
            .withToken(in.get(0).body().path("accessToken").asText())
            .get("/api/sessions");
    assertThat(sessions.expect(200).body().path("items")).hasSize(2);
  }

  @Test
  void aWalletGetsOneAccountHoweverManyRegisterItAtOnce(RunningParley parley) {
    Wallet wallet = Wallet.fresh();
    List<String> proofs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      proofs.add(wallet.registration(parley.rest(1 + i % 2)));
    }

    List<Answer> answers =
        AtOnce.times(8, i -> register(parley.rest(1 + i % 2), proofs.get(i), name()));

    List<Answer> made = withStatus(answers, 201);
    assertThat(made).hasSize(1);
    assertThat(withStatus(answers, 401))
        .hasSize(7)
        .allSatisfy(refused -> assertProblem(refused, 401, "wallet-registration-refused"));
    // Those who were late do what they are told: sign in again, to the one account.
    Answer again = parley.rest(2).post(WALLET_LOGIN, wallet.signIn(parley.rest(2))).expect(200);
    assertThat(again.body().path("account").path("id"))
        .isEqualTo(made.get(0).body().path("account").path("id"));
  }

  @Test
  void aProofOfAWalletIsGoodOnceHoweverManySendItAtOnce(RunningParley parley) {
    String proof = Wallet.fresh().registration(parley.rest(1));

    List<Answer> answers = AtOnce.times(8, i -> register(parley.rest(1 + i % 2), proof, name()));

    assertThat(withStatus(answers, 201)).hasSize(1);
    assertThat(withStatus(answers, 401))
        .hasSize(7)
        .allSatisfy(refused -> assertProblem(refused, 401, "wallet-registration-refused"));
  }

  @Test
  void aProofOfAWalletStaysGoodWhenTheNameIsTaken(RunningParley parley) {
    String proof = Wallet.fresh().registration(parley.rest(1));
    String taken = parley.newPerson(1).username();

    assertProblem(register(parley.rest(1), proof, taken), 409, "username-taken");
    register(parley.rest(1), proof, name()).expect(201);
  }

  // Names

  @Test
  void aNameBelongsToOneHoweverManyTakeItAtOnce(RunningParley parley) {
    String name = name();

    List<Answer> answers =
        AtOnce.times(8, i -> parley.rest(1 + i % 2).post(REGISTER, credentials(name)));

    assertThat(withStatus(answers, 201)).hasSize(1);
    assertThat(withStatus(answers, 409))
        .hasSize(7)
        .allSatisfy(refused -> assertProblem(refused, 409, "username-taken"));
  }

  @Test
  void aNameInOtherLettersIsTheSameName(RunningParley parley) {
    String taken = parley.newPerson(1).username();

    assertProblem(
        parley.rest(2).post(REGISTER, credentials(taken.toUpperCase(Locale.ROOT))),
        409,
        "username-taken");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2"})
  void signInDoesNotTellWhetherANameExists(int one, int other, RunningParley parley) {
    Answer wrong = logIn(parley.rest(one), parley.newPerson(1).username());
    Answer unknown = logIn(parley.rest(other), name());

    assertProblem(wrong, 401, "wrong-credentials");
    assertThat(withoutInstance(unknown)).isEqualTo(withoutInstance(wrong));
    assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
  }

  /** A hash takes 19 MiB: a hundred at once would be more than the whole heap. */
  @Test
  void aHundredSignInsAtOnceWithLongPasswordsTakeLittleMemory(RunningParley parley) {
    long before = parley.heap(1).committed();
    RestClient patient = parley.rest(1).withPatience(Duration.ofMinutes(2));
    List<Answer> answers =
        AtOnce.times(
            100,
            i ->
                patient.post(
                    "/api/auth/login",
                    Map.of("username", name(), "password", "\ud83d\udd11".repeat(128))));

    assertThat(answers).extracting(Answer::status).isSubsetOf(401, 503).contains(401);
    assertThat(answers.stream().filter(answer -> answer.status() == 503))
        .allSatisfy(answer -> assertThat(answer.body().path("afterMs").asLong()).isPositive());
    assertThat(parley.heap(1).committed() - before).isLessThan(150 * MIB);
    Person ada = parley.newPerson(1);
    ada.signInAgain(patient);
  }

  // Refreshing

  @Test
  void anAnswerThatWasLostIsGivenAgain(RunningParley parley) {
    Person alice = parley.newPerson(1);

    Answer lost = refresh(parley.rest(1), alice.refreshToken()).expect(200);
    Answer again = refresh(parley.rest(2), alice.refreshToken()).expect(200);

    assertThat(again.body().path("refreshToken")).isEqualTo(lost.body().path("refreshToken"));
    refresh(parley.rest(1), token(again)).expect(200);
  }

  @Test
  void manyRefreshesAtOnceEndInOneLivingSession(RunningParley parley) {
    Person alice = parley.newPerson(1);

    List<Answer> answers =
        AtOnce.times(20, i -> refresh(parley.rest(1 + i % 2), alice.refreshToken()));

    assertThat(withStatus(answers, 200)).hasSize(20);
    assertThat(answers.stream().map(IdentityUnderAttackIT::token).distinct()).hasSize(1);
    assertThat(alice.rest().get("/api/sessions").expect(200).body().path("items")).hasSize(1);
    refresh(parley.rest(2), token(answers.get(0))).expect(200);
  }

  @Test
  void aTokenThatComesBackAfterItsSuccessorWasUsedEndsItsSession(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person laptop = alice.signInAgain(parley.rest(1));
    String stolen = alice.refreshToken();
    String second = token(refresh(parley.rest(1), stolen).expect(200));
    String third = token(refresh(parley.rest(1), second).expect(200));
    try (SocketClient socket = alice.connect(parley.rest(1), Map.of())) {

      assertProblem(refresh(parley.rest(2), stolen), 401, "session-ended");

      assertThat(socket.awaitBye().path("code").asInt()).isEqualTo(4401);
    }
    assertProblem(refresh(parley.rest(1), third), 401, "session-ended");
    assertProblem(alice.rest().get("/api/account"), 401, "unauthenticated");
    laptop.rest().get("/api/account").expect(200);
  }

  @Test
  void aTokenThatComesBackAfterTheGraceEndsItsSession(RunningParley parley) throws Exception {
    Person alice = parley.newPerson(1);
    String successor = token(refresh(parley.rest(1), alice.refreshToken()).expect(200));
    letTheGracePass(parley, alice);

    assertProblem(refresh(parley.rest(2), alice.refreshToken()), 401, "session-ended");
    assertProblem(refresh(parley.rest(1), successor), 401, "session-ended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void aTokenThatWasNeverGivenIsRefused(String token, RunningParley parley) {
    assertProblem(refresh(parley.rest(1), token), 401, "session-ended");
  }

  // Going out

  @Test
  void aSessionThatEndsIsRefusedByTheOtherInstanceAtOnce(RunningParley parley) {
    Person alice = parley.newPerson(1);
    RestClient elsewhere = alice.rest().at(parley.url(2));
    // The other instance knows the session, and would not ask the database for a minute.
    elsewhere.get("/api/account").expect(200);

    alice.rest().delete("/api/sessions/" + alice.session()).expect(204);

    await()
        .atMost(AT_ONCE)
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertProblem(elsewhere.get("/api/account"), 401, "unauthenticated"));
    assertProblem(refresh(parley.rest(2), alice.refreshToken()), 401, "session-ended");
  }

  @Test
  void nobodyEndsTheSessionOfSomebodyElse(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person mallory = parley.newPerson(1);

    Answer foreign = mallory.rest().delete("/api/sessions/" + alice.session());
    Answer none = mallory.rest().delete("/api/sessions/" + UUID.randomUUID());

    assertProblem(foreign, 404, "not-found");
    assertThat(withoutInstance(foreign)).isEqualTo(withoutInstance(none));
    alice.rest().get("/api/account").expect(200);
  }

  @Test
  void signingOutEndsTheSessionOfTheToken(RunningParley parley) {
    Person alice = parley.newPerson(1);

    parley
        .rest(2)
        .post("/api/auth/logout", Map.of("refreshToken", alice.refreshToken()))
        .expect(204);

    assertProblem(refresh(parley.rest(1), alice.refreshToken()), 401, "session-ended");
  }

  @Test
  void aRequestWithoutABodyIsOneWithoutMembers(RunningParley parley) {
    RestClient anonymous = parley.rest(1);

    assertThat(anonymous.send("POST", "/api/auth/logout", null).status()).isEqualTo(204);
    assertProblem(anonymous.send("POST", REFRESH, null), 401, "session-ended");
    assertProblem(anonymous.send("POST", REGISTER, null), 400, "invalid-input");
    assertProblem(anonymous.send("POST", WALLET_LOGIN, null), 400, "invalid-input");
  }

  /** Makes every used refresh token of a session a minute older than it is. */
  private static void letTheGracePass(RunningParley parley, Person who) throws Exception {
    try (var connection = parley.database();
        var age =
            connection.prepareStatement(
                "UPDATE refresh_token SET used_at = used_at - interval '1 minute'"
                    + " WHERE session_id = ?::uuid AND used_at IS NOT NULL")) {
      age.setString(1, who.session());
      assertThat(age.executeUpdate()).isEqualTo(1);
    }
  }

  private static Answer refresh(RestClient instance, String token) {
    return instance.post(REFRESH, Map.of("refreshToken", token));
  }

  private static String token(Answer answer) {
    return answer.body().path("refreshToken").asText();
  }

  private static Answer register(RestClient instance, String proof, String name) {
    return instance.post(
        WALLET_REGISTER, Map.of("registration", proof, "username", name, "tokenDelivery", "body"));
  }

  private static Answer logIn(RestClient instance, String name) {
    return instance.post("/api/auth/login", credentials(name));
  }

  private static Map<String, String> credentials(String name) {
    return Map.of("username", name, "password", "wrong horse battery", "tokenDelivery", "body");
  }

  private static String name() {
    return "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
  }

  private static List<Answer> withStatus(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).toList();
  }

  private static String withoutInstance(Answer answer) {
    return answer.text().replaceAll("\"instance\":\"[^\"]*\"", "");
  }
}
