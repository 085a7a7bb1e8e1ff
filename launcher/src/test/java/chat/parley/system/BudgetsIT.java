package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.BesideTheOthers;
import chat.parley.testing.DevChain;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.Wallet;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two instances with small budgets: together they stop where the budget ends, what was promised
 * goes on or waits and loses nothing, and operators are told once.
 */
@BesideTheOthers
class BudgetsIT {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final long DEV = 31337;
  private static final String OPERATOR = "operator@example.org";

  /** Of so small budgets instances write down every single call. */
  private static final int CALLS = 100;

  private static final int FOR_PEOPLE = 90;
  private static final int BATCH = 1;

  private static final String RAISE = "DELETE FROM budget_use WHERE budget = ?";
  private static final String USE_UP =
      "INSERT INTO budget_use (budget, month, shard, used)"
          + " VALUES (?, date_trunc('month', now() AT TIME ZONE 'UTC')::date, 99, ?)";
  private static final String USED =
      "SELECT coalesce(sum(used), 0) FROM parley_budget WHERE budget = ?";
  private static final String WAITING =
      "SELECT count(*) FROM outgoing_mail WHERE outcome IS NULL AND attempts > 0"
          + " AND claimed_until IS NULL AND ? = 'mail'";
  private static final String TOLD = "SELECT count(*) FROM budget_reached WHERE budget = ?";

  private static @Nullable RunningParley running;

  @BeforeAll
  static void start() {
    running =
        RunningParley.start(
            RunningParley.project().resolve("launcher/target/budgets"),
            List.of(
                "-Dparley.budget.rpc.calls=" + CALLS,
                "-Dparley.budget.rpc.calls-of-one=30",
                "-Dparley.budget.mail.mails=10",
                "-Dparley.budget.mail.mails-of-one=2",
                "-Dparley.budget.storage.bytes=400000",
                "-Dparley.budget.storage.bytes-of-one=200000",
                "-Dparley.operator.email=" + OPERATOR));
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

  @BeforeEach
  void aNewMonth() throws SQLException {
    change(RAISE, "rpc", null);
    change(RAISE, "mail", null);
  }

  @Test
  void bothInstancesStopTogetherAndWhatWasPromisedGoesOnAndLosesNothing()
      throws SQLException, JMSException {
    DevChain chain = parley().chain();
    try (Facts facts = new Facts(parley())) {
      Payer payer = new Payer(1);
      chain.fund(payer.wallet.address());
      chain.standStill();
      JsonNode promised = payer.promise().expect(201).body();
      String tip = promised.path("tip").path("id").asText();

      // Five people, at one instance after the other, so that nobody's own budget stops him.
      List<Payer> others = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        others.add(new Payer(1 + i % RunningParley.INSTANCES));
      }
      int refused = 0;
      for (int i = 0; refused < 2 * others.size(); i++) {
        Answer answer = others.get(i % others.size()).promise();
        if (answer.status() == 201) {
          refused = 0;
        } else {
          assertProblem(answer, 503, "budget-exhausted");
          assertThat(answer.body().path("budget").asText()).isEqualTo("rpc");
          assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(1L, 86_400L);
          refused++;
        }
      }
      assertThat(number(USED, "rpc"))
          .isBetween((long) FOR_PEOPLE, (long) FOR_PEOPLE + RunningParley.INSTANCES * BATCH);

      // Paid is paid: it is claimed, followed from the reserve, and waits when that is empty.
      String hash = chain.send(payer.wallet.transaction(promised.path("call"), 0, 3));
      payer.claim(tip, hash).expect(200);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(number(USED, "rpc")).isGreaterThanOrEqualTo(CALLS));
      chain.mine(3);
      assertThat(payer.state(tip)).isIn("submitted", "included");

      facts.awaitBoth(80, 100);
      for (int percent : new int[] {80, 100}) {
        String words = percent + " % of the budget \"rpc\"";
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(parley().mailBox().to(OPERATOR))
                        .filteredOn(mail -> mail.text().contains(words))
                        .hasSize(1));
      }
      assertThat(number(TOLD, "rpc")).isEqualTo(2);
      assertThat(number(USED, "rpc")).isLessThanOrEqualTo(CALLS + RunningParley.INSTANCES * BATCH);

      change(RAISE, "rpc", null);
      await().atMost(PATIENCE).until(() -> payer.state(tip).equals("final"));
      facts.assertNoOther();
    } finally {
      chain.goOn();
    }
  }

  @Test
  void aPersonIsStoppedByHisOwnBudgetButHisTipIsNot() {
    DevChain chain = parley().chain();
    Payer payer = new Payer(2);
    chain.fund(payer.wallet.address());
    JsonNode promised = payer.promise().expect(201).body();
    String tip = promised.path("tip").path("id").asText();
    Answer answer = payer.promise();
    while (answer.status() == 201) {
      answer = payer.promise();
    }
    assertProblem(answer, 429, "own-budget-exhausted");
    new Payer(1).promise().expect(201);

    payer.claim(tip, chain.send(payer.wallet.transaction(promised.path("call"), 0, 3))).expect(200);
    chain.mine(3);
    await().atMost(PATIENCE).until(() -> payer.state(tip).equals("final"));
  }

  @Test
  void whoWouldWaitForAMailInVainIsToldAndMailsThatProtectWait() throws SQLException {
    String address = newAddress();
    Person ada = Person.register(parley().rest(1), address);
    String token = parley().mailBox().await(address, 1).get(0).token();
    parley().rest(2).post("/api/email-verifications", Map.of("token", token)).expect(200);

    // All that is left is the reserve.
    change(USE_UP, "mail", 9L);
    Answer refused =
        parley()
            .rest(2)
            .post(
                "/api/auth/register",
                Map.of(
                    "username",
                    "q" + random(),
                    "password",
                    "correct horse " + random(),
                    "email",
                    newAddress(),
                    "tokenDelivery",
                    "body"));
    assertProblem(refused, 503, "budget-exhausted");
    assertThat(refused.body().path("budget").asText()).isEqualTo("mail");
    Person bob = Person.register(parley().rest(1));
    assertProblem(
        bob.rest().put("/api/account/email", Map.of("email", newAddress())),
        503,
        "budget-exhausted");

    change(USE_UP, "mail", 10L);
    ada.rest().post("/api/account/recovery-codes", Map.of()).expect(201);
    await().atMost(PATIENCE).until(() -> number(WAITING, "mail") > 0);
    assertThat(parley().mailBox().to(address)).hasSize(1);
    change(RAISE, "mail", null);
    await().atMost(PATIENCE).until(() -> parley().mailBox().to(address).size() == 2);
    await().atMost(PATIENCE).until(() -> number(USED, "mail") == 1);
  }

  @Test
  void linksOfOnePersonStopAtHisOwnBudget() {
    Person ada = Person.register(parley().rest(1), newAddress());
    // Each link is a mail that is on its way for a moment; an account has ten links an hour.
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(3))
        .until(
            () -> {
              Answer answer = ada.rest().post("/api/account/email/links", Map.of());
              if (answer.status() == 200) {
                return false;
              }
              assertProblem(answer, 429, "own-budget-exhausted");
              return true;
            });
  }

  @Test
  void uploadsStopWhereThereIsNoRoomAndWhatIsDeletedMakesRoom() {
    Person ada = Person.register(parley().rest(1));
    Person bob = Person.register(parley().rest(2));
    String conversation = ada.conversationWith(bob);
    String first = UUID.randomUUID().toString();
    begin(ada.rest(), conversation, first, 150_000).expect(200);
    Answer own = begin(ada.rest().at(parley().url(2)), conversation, null, 100_000);
    assertProblem(own, 429, "own-budget-exhausted");
    assertThat(own.body().path("budget").asText()).isEqualTo("storage");
    begin(bob.rest(), conversation, null, 200_000).expect(200);
    Person eve = Person.register(parley().rest(2));
    String other = eve.conversationWith(bob);
    assertProblem(begin(eve.rest(), other, null, 100_000), 503, "budget-exhausted");

    ada.rest().delete(path(conversation, first)).expect(204);
    begin(eve.rest(), other, null, 100_000).expect(200);
    begin(ada.rest().at(parley().url(2)), conversation, null, 100_000).expect(200);
    assertProblem(begin(eve.rest(), other, null, 100_000), 503, "budget-exhausted");
  }

  private static Answer begin(
      RestClient rest, String conversation, @Nullable String id, long size) {
    return rest.put(
        path(conversation, id == null ? UUID.randomUUID().toString() : id), Map.of("size", size));
  }

  private static String path(String conversation, String id) {
    return "/api/conversations/" + conversation + "/attachments/" + id;
  }

  private static String random() {
    return new BigInteger(60, RANDOM).toString(36);
  }

  private static String newAddress() {
    return "b" + random() + "@mail.example.org";
  }

  private static void change(String sql, String budget, @Nullable Long used) throws SQLException {
    try (java.sql.Connection database = parley().database()) {
      if (used != null) {
        execute(database, RAISE, budget, null);
      }
      execute(database, sql, budget, used);
    }
  }

  private static void execute(
      java.sql.Connection database, String sql, String budget, @Nullable Long used)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, budget);
      if (used != null) {
        statement.setLong(2, used);
      }
      statement.executeUpdate();
    }
  }

  private static long number(String sql, String budget) throws SQLException {
    try (java.sql.Connection database = parley().database();
        PreparedStatement select = database.prepareStatement(sql)) {
      select.setString(1, budget);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Somebody with a wallet, and somebody to pay. */
  private static final class Payer {

    final Wallet wallet;
    private final Person person;
    private final Person recipient;
    private final String conversation;

    Payer(int instance) {
      person = Person.register(parley().rest(instance));
      recipient = Person.register(parley().rest(instance));
      wallet = linked(person);
      linked(recipient);
      conversation = person.conversationWith(recipient);
    }

    private static Wallet linked(Person person) {
      Wallet wallet = Wallet.fresh();
      JsonNode challenge =
          person.rest().post("/api/account/credentials/wallet-nonces", Map.of()).expect(201).body();
      person.rest().post("/api/account/credentials/wallets", wallet.answer(challenge)).expect(200);
      return wallet;
    }

    Answer promise() {
      return person
          .rest()
          .post(
              "/api/conversations/" + conversation + "/tips",
              Map.of("recipient", recipient.id(), "chain", DEV, "amount", "123"));
    }

    Answer claim(String tip, String hash) {
      return person.rest().post("/api/tips/" + tip + "/transaction", Map.of("hash", hash));
    }

    String state(String tip) {
      return person.rest().get("/api/tips/" + tip).expect(200).body().path("state").asText();
    }
  }

  /** What other systems hear of budgets. */
  private static final class Facts implements AutoCloseable {

    private static final long PAUSE_MS = 20_000;

    private final Connection connection;
    private final MessageConsumer consumer;
    private final List<String> heard = new ArrayList<>();

    Facts(RunningParley parley) throws JMSException {
      connection = parley.broker("integrator");
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      consumer = session.createConsumer(session.createTopic("parley.events"));
      connection.start();
    }

    void awaitBoth(int one, int other) throws JMSException {
      while (!heard.containsAll(List.of("rpc " + one, "rpc " + other))) {
        Message next = consumer.receive(PAUSE_MS);
        assertThat(next).as("heard so far: " + heard).isNotNull();
        hear(next);
      }
    }

    void assertNoOther() throws JMSException {
      for (Message next = consumer.receiveNoWait(); next != null; next = consumer.receiveNoWait()) {
        hear(next);
      }
      assertThat(heard).doesNotHaveDuplicates();
    }

    private void hear(Message message) throws JMSException {
      try {
        JsonNode event = RestClient.JSON.readTree(((TextMessage) message).getText());
        if (event.path("type").asText().equals("chat.parley.budget.reached")) {
          JsonNode data = event.path("data");
          assertThat(event.path("source").asText()).isEqualTo("urn:parley:budget");
          assertThat(data.path("used").asLong())
              .isGreaterThanOrEqualTo(
                  data.path("granted").asLong() * data.path("percent").asLong() / 100);
          heard.add(data.path("budget").asText() + " " + data.path("percent").asInt());
        }
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON", e);
      }
    }

    @Override
    public void close() throws JMSException {
      connection.close();
    }
  }
}
