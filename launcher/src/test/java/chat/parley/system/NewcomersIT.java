package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.contract.RestContract;
import chat.parley.contract.RestContract.Operation;
import chat.parley.testing.AtOnce;
import chat.parley.testing.BesideTheOthers;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.TokenForge;
import chat.parley.testing.Wallet;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where an e-mail address is required, an account is active after it was verified. */
@BesideTheOthers
class NewcomersIT {

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What leads out of being a newcomer, and what is everybody's right. */
  private static final Set<String> OPEN =
      Set.of(
          "getAccount",
          "getAccountEmail",
          "giveAccountEmail",
          "removeAccountEmail",
          "sendEmailLink",
          "takeBackAccountEmail",
          "listCredentials",
          "proveByPassword",
          "createWalletProofNonce",
          "proveByWallet",
          "createPasskeyProofChallenge",
          "proveByPasskey",
          "beginIssuerProof",
          "proveByIssuer",
          "listSessions",
          "endSession",
          "endOtherSessions",
          "endAllSessions",
          "exportData",
          "deleteAccount");

  private static @Nullable RunningParley running;

  @BeforeAll
  static void start() {
    running =
        RunningParley.start(
            RunningParley.project().resolve("launcher/target/newcomers"),
            List.of("-Dparley.email.required=true"));
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  private static RunningParley parley() {
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    return running;
  }

  private static RestClient rest(int instance) {
    return parley().rest(instance);
  }

  private static String random() {
    return new BigInteger(60, RANDOM).toString(36);
  }

  private static String newAddress() {
    return "n" + random() + "@mail.example.org";
  }

  private static String token(String address, int mail) {
    return parley().mailBox().await(address, mail).get(mail - 1).token();
  }

  private static Answer verify(int instance, String token) {
    return rest(instance).post("/api/email-verifications", Map.of("token", token));
  }

  /** Somebody who has verified his address. */
  private static Person active() {
    String address = newAddress();
    Person person = Person.register(rest(1), address);
    verify(1, token(address, 1)).expect(200);
    return person.refreshed(rest(1));
  }

  private static boolean isNewcomer(Person person) {
    String claims = TokenForge.claims(person.accessToken());
    boolean newcomer = claims.contains("\"groups\":[\"newcomer\"]");
    assertThat(newcomer || claims.contains("\"groups\":[\"user\"]")).as(claims).isTrue();
    return newcomer;
  }

  private static void assertUnverified(Answer answer) {
    assertProblem(answer, 403, "email-unverified");
  }

  private static void change(String sql, String... values) {
    try (Connection database = parley().database();
        PreparedStatement update = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setString(i + 1, values[i]);
      }
      assertThat(update.executeUpdate()).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(String sql, String value) {
    try (Connection database = parley().database();
        PreparedStatement select = database.prepareStatement(sql)) {
      select.setString(1, value);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void ofAllOperationsANewcomerHasThoseThatHeNeeds() {
    Person newcomer = Person.register(rest(1), newAddress());
    assertThat(isNewcomer(newcomer)).isTrue();
    List<Operation> operations =
        new RestContract().operations().stream().filter(Operation::signedIn).toList();
    assertThat(operations.stream().map(Operation::id)).containsAll(OPEN);
    int calls = 0;
    for (Operation operation : operations) {
      if (OPEN.contains(operation.id())) {
        continue;
      }
      String path = operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
      boolean hasBody = Set.of("POST", "PUT", "PATCH").contains(operation.method());
      String type =
          switch (operation.id()) {
            case "setPicture", "setProfilePicture" -> "image/png";
            case "putPart" -> "application/octet-stream";
            default -> "application/json";
          };
      Answer answer =
          newcomer
              .rest()
              .at(parley().url(1 + calls % RunningParley.INSTANCES))
              .withHeader("Content-Type", type)
              .send(
                  operation.method(), path, hasBody ? "{}".getBytes(StandardCharsets.UTF_8) : null);
      assertThat(answer.status() + " " + answer.problem())
          .as(operation.id())
          .isEqualTo("403 email-unverified");
      calls++;
    }
    assertThat(calls).isGreaterThan(80);

    JsonNode account = newcomer.rest().get("/api/account").expect(200).body();
    assertThat(Instant.parse(account.path("newcomerUntil").asText()))
        .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(7)));
    for (String path : List.of("/api/account/email", "/api/account/credentials", "/api/sessions")) {
      newcomer.rest().at(parley().url(2)).get(path).expect(200);
    }
    assertProblem(newcomer.rest().delete("/api/account/email"), 409, "email-required");
    byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
    assertThat(newcomer.rest().send("POST", "/api/account/export", nothing).status())
        .isEqualTo(200);
  }

  @Test
  void verifyingOnOneInstanceOpensEverySessionAtItsNextRefreshOnTheOther() {
    String address = newAddress();
    Person phone = Person.register(rest(1), address);
    Person laptop = phone.signInAgain(rest(2));
    assertThat(isNewcomer(laptop)).isTrue();
    assertThat(isNewcomer(laptop.refreshed(rest(1)))).as("a refresh alone opens nothing").isTrue();
    Person desk = phone.signInAgain(rest(2));
    assertThat(parley().mailBox().await(address, 1).get(0).text())
        .contains("is active then", "not verified within 7 days is erased", phone.username());
    verify(1, token(address, 1)).expect(200);

    // What a token says holds until it is renewed.
    assertUnverified(desk.rest().get("/api/conversations"));
    Person open = desk.refreshed(rest(2));
    assertThat(isNewcomer(open)).isFalse();
    assertThat(open.session()).isEqualTo(desk.session());
    assertThat(open.rest().get("/api/account").expect(200).body().has("newcomerUntil")).isFalse();
    try (SocketClient socket = open.connect(rest(1), Map.of())) {
      assertThat(socket.isClosed()).isFalse();
    }
    assertThat(isNewcomer(phone.refreshed(rest(2)))).isFalse();
    assertThat(isNewcomer(phone.signInAgain(rest(1)))).isFalse();
    assertProblem(open.rest().delete("/api/account/email"), 409, "email-required");
  }

  @Test
  void aWalletRegistersANewcomerWhoChangesTheAddressThatBounced() {
    Wallet wallet = Wallet.fresh();
    String mistyped = newAddress();
    String right = newAddress();
    String name = "w" + random();
    JsonNode registered =
        rest(1)
            .post(
                "/api/auth/wallet/register",
                Map.of(
                    "registration",
                    wallet.registration(rest(1)),
                    "username",
                    name,
                    "email",
                    mistyped,
                    "tokenDelivery",
                    "body"))
            .expect(201)
            .body();
    RestClient newcomer = rest(2).withToken(registered.path("accessToken").asText());
    assertUnverified(newcomer.post("/api/socket-tickets", Map.of()));
    String first = token(mistyped, 1);
    change(
        "UPDATE session SET proven_at = proven_at - interval '11 minutes' WHERE id = ?::uuid",
        registered.at("/session/id").asText());
    assertProblem(
        newcomer.put("/api/account/email", Map.of("email", right)), 403, "reauthentication-needed");
    JsonNode challenge =
        newcomer.post("/api/account/proofs/wallet-nonces", Map.of()).expect(201).body();
    newcomer.post("/api/account/proofs/wallet", wallet.answer(challenge)).expect(204);
    newcomer.put("/api/account/email", Map.of("email", right)).expect(200);
    assertProblem(verify(1, first), 410, "email-link-refused");
    // Mails that wait together may arrive in any order.
    String second = token(right, 1);
    newcomer.post("/api/account/email/links", Map.of()).expect(200);
    assertProblem(verify(2, second), 410, "email-link-refused");
    assertThat(verify(2, token(right, 2)).expect(200).body().path("username").asText())
        .isEqualTo(name);
    JsonNode again =
        rest(1).post("/api/auth/wallet/login", wallet.signIn(rest(1))).expect(200).body();
    assertThat(again.path("account").has("newcomerUntil")).isFalse();
    rest(1)
        .withToken(again.path("accessToken").asText())
        .post("/api/socket-tickets", Map.of())
        .expect(201);
  }

  @Test
  void toOthersANewcomerIsNobody() {
    Person viewer = active();
    String address = newAddress();
    Person newcomer = Person.register(rest(1), address);
    String group = viewer.groupWith();
    Map<String, Function<String[], Answer>> ways = new LinkedHashMap<>();
    RestClient rest = viewer.rest();
    ways.put("user by name", who -> rest.get("/api/users/" + who[1]));
    ways.put("user by id", who -> rest.get("/api/users/" + who[0]));
    ways.put("users", who -> rest.get("/api/users?username=" + who[1]));
    ways.put("people", who -> rest.get("/api/people?username=" + who[1]));
    ways.put("discovery", who -> rest.get("/api/people/discovery?q=" + who[1]));
    ways.put("look-up", who -> rest.post("/api/people/look-up", Map.of("query", who[1])));
    ways.put("profile", who -> rest.get("/api/people/" + who[0] + "/profile"));
    ways.put("pictures", who -> rest.get("/api/people/pictures?id=" + who[0]));
    ways.put("standing", who -> rest.get("/api/people/" + who[0] + "/request"));
    ways.put("ask", who -> rest.put("/api/people/" + who[0] + "/request", Map.of("note", "Hi")));
    ways.put("block", who -> rest.send("PUT", "/api/blocks/" + who[0], null));
    ways.put(
        "report",
        who ->
            rest.put(
                "/api/people/" + who[0] + "/reports/" + UUID.randomUUID(),
                Map.of("reason", "spam")));
    ways.put(
        "open", who -> rest.post("/api/conversations", Map.of("member", who[0], "kind", "sealed")));
    ways.put(
        "send",
        who -> rest.post("/api/chat/send", Map.of("recipient", who[1], "message", "Hello")));
    ways.put(
        "add",
        who ->
            rest.post(
                "/api/conversations/" + group + "/members", Map.of("accounts", List.of(who[0]))));
    ways.put(
        "add by name",
        who -> rest.put("/api/groups/" + group + "/add-member", Map.of("member", who[1])));
    ways.put(
        "group with",
        who ->
            rest.post(
                "/api/groups",
                Map.of("name", "Walks", "kind", "sealed", "members", List.of(who[0]))));
    ways.put(
        "ban", who -> rest.send("PUT", "/api/conversations/" + group + "/bans/" + who[0], null));
    String[] known = {newcomer.id(), newcomer.username()};
    String[] unknown = {UUID.randomUUID().toString(), "p" + random()};
    ways.forEach(
        (way, ask) -> {
          Answer of = ask.apply(known);
          Answer ofNobody = ask.apply(unknown);
          assertThat(told(of, known)).as(way).isEqualTo(told(ofNobody, unknown));
          assertThat(of.headers().map().keySet())
              .as(way)
              .isEqualTo(ofNobody.headers().map().keySet());
        });
    // But his name is his.
    assertProblem(
        rest(2)
            .post(
                "/api/auth/register",
                Map.of(
                    "username",
                    newcomer.username(),
                    "password",
                    newcomer.password(),
                    "email",
                    newAddress())),
        409,
        "username-taken");

    verify(1, token(address, 1)).expect(200);

    assertThat(rest.at(parley().url(2)).get("/api/users/" + newcomer.username()).status())
        .isEqualTo(200);
    rest.get("/api/people/" + newcomer.id() + "/profile").expect(200);
    rest.put("/api/people/" + newcomer.id() + "/request", Map.of("note", "Hi")).expect(201);
  }

  /** An answer without what differs from question to question. */
  private static String told(Answer answer, String... who) {
    String text = answer.status() + " " + answer.text();
    for (String each : who) {
      text = text.replace(each, "WHO");
    }
    return text.replaceAll("urn:uuid:[0-9a-f-]{36}", "INSTANCE");
  }

  @Test
  void aLinkThatIsUsedOnBothInstancesAtOnceIsGoodOnce() {
    for (int round = 0; round < 5; round++) {
      String address = newAddress();
      Person newcomer = Person.register(rest(1), address);
      String token = token(address, 1);
      List<Answer> answers = AtOnce.times(4, i -> verify(1 + i % RunningParley.INSTANCES, token));
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 410, 410, 410);
      assertThat(isNewcomer(newcomer.refreshed(rest(2)))).isFalse();
    }
  }

  @Test
  void verifyingDuringARefreshLosesNeither() {
    for (int round = 0; round < 8; round++) {
      String address = newAddress();
      Person newcomer = Person.register(rest(1), address);
      String token = token(address, 1);
      List<Object> both =
          AtOnce.times(2, i -> i == 0 ? verify(1, token).expect(200) : newcomer.refreshed(rest(2)));
      Person during = (Person) both.get(1);
      assertThat(isNewcomer(during.refreshed(rest(1)))).isFalse();
    }
  }

  @Test
  void whoNeverVerifiesIsErasedAndNameAndWalletAreFreeAgain() {
    Person stays = active();
    Wallet wallet = Wallet.fresh();
    String name = "w" + random();
    Map<String, String> wish =
        Map.of(
            "registration",
            wallet.registration(rest(1)),
            "username",
            name,
            "email",
            newAddress(),
            "tokenDelivery",
            "body");
    JsonNode registered = rest(1).post("/api/auth/wallet/register", wish).expect(201).body();
    String late = newAddress();
    Person verifiesLast = Person.register(rest(2), late);
    String link = token(late, 1);
    for (String id : List.of(registered.at("/account/id").asText(), stays.id())) {
      change("UPDATE account SET created_at = now() - interval '8 days' WHERE id = ?::uuid", id);
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Answer refreshed =
                  rest(2)
                      .post(
                          "/api/auth/refresh",
                          Map.of("refreshToken", registered.path("refreshToken").asText()));
              assertProblem(refreshed, 401, "session-ended");
              assertThat(refreshed.body().path("reason").asText()).isEqualTo("account-deleted");
            });
    String id = registered.at("/account/id").asText();
    for (String table : List.of("account_email_waiting", "email_link")) {
      assertThat(count("SELECT count(*) FROM " + table + " WHERE account = ?::uuid", id))
          .as(table)
          .isZero();
    }
    assertProblem(stays.rest().get("/api/users/" + id), 404, "not-found");
    String address = newAddress();
    JsonNode again =
        rest(2)
            .post(
                "/api/auth/wallet/register",
                Map.of(
                    "registration",
                    wallet.registration(rest(2)),
                    "username",
                    name,
                    "email",
                    address,
                    "tokenDelivery",
                    "body"))
            .expect(201)
            .body();
    assertThat(again.at("/account/id").asText()).isNotEqualTo(id);
    verify(1, token(address, 1)).expect(200);

    assertThat(isNewcomer(stays.refreshed(rest(1)))).as("who verified in time stays").isFalse();
    verify(1, link).expect(200);
    assertThat(isNewcomer(verifiesLast.refreshed(rest(1)))).isFalse();
  }

  @Test
  void aNewcomerWhoDeletesHisAccountGivesHisNameBack() {
    Person newcomer = Person.register(rest(1), newAddress());
    newcomer
        .rest()
        .post("/api/account/deletion", Map.of("username", newcomer.username()))
        .expect(204);
    Map<String, String> wish =
        Map.of(
            "username",
            newcomer.username(),
            "password",
            newcomer.password(),
            "email",
            newAddress());
    rest(2).post("/api/auth/register", wish).expect(201);
  }
}
