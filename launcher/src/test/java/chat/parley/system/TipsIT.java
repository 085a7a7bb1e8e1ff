package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.contract.SocketContract;
import chat.parley.jms.Destinations;
import chat.parley.testing.DevChain;
import chat.parley.testing.NameRegistry;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Wallet;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tips over two instances and a real chain, which stands still unless a test mines: what is paid
 * becomes final, and what only looks like it does not.
 */
@ExtendWith(RunningParley.Extension.class)
class TipsIT {

  private static final SocketContract CONTRACT = new SocketContract();
  private static final long DEV = 31337;
  private static final String SOME = "1230000";
  private static final String NOBODY = "0x00000000000000000000000000000000000000AA";

  private DevChain chain;
  private Person payer;
  private Person recipient;
  private Wallet from;
  private Wallet to;
  private String conversation;
  private SocketClient screen;

  @BeforeEach
  void twoPeopleWithWallets(RunningParley parley) {
    chain = parley.chain();
    payer = Person.register(parley.rest(1));
    recipient = Person.register(parley.rest(2));
    from = linked(payer);
    to = linked(recipient);
    conversation = payer.conversationWith(recipient);
    chain.fund(from.address());
    chain.standStill();
    // The news of what one instance sees must reach people at the other.
    screen = recipient.connect(Map.of());
  }

  @AfterEach
  void blocksComeAgain() {
    screen.close();
    chain.goOn();
  }

  @Test
  void ethIsFollowedUntilItIsFinal() {
    JsonNode promised = promise(null, SOME);
    String tip = id(promised);
    BigInteger before = chain.balance(to.address());

    assertThat(promised.path("call").path("chainId").asText()).isEqualTo("0x7a69");
    assertThat(promised.path("payers"))
        .extracting(JsonNode::asText)
        .containsExactly(from.address());
    assertThat(promised.path("funds").path(0).path("asset").asText())
        .isEqualTo(chain.balance(from.address()).toString());
    assertThat(awaitState(tip, "intent").path("amount").asText()).isEqualTo(SOME);
    String hash = pay(promised.path("call"), 0);
    claim(tip, hash).expect(200);
    claim(tip, hash).expect(200);
    awaitState(tip, "submitted");
    chain.mine(1);
    assertThat(awaitState(tip, "included").path("hash").asText()).isEqualTo(hash);
    chain.mine(1);
    assertThat(awaitState(tip, "confirming").path("confirmations").asInt()).isEqualTo(2);
    chain.mine(1);
    assertThat(awaitState(tip, "final").path("from").asText()).isEqualTo(from.address());

    assertThat(chain.balance(to.address()).subtract(before)).isEqualTo(new BigInteger(SOME));
    for (Person person : List.of(payer, recipient)) {
      JsonNode seen = person.rest().get("/api/tips/" + tip).expect(200).body();
      assertThat(seen.path("state").asText()).isEqualTo("final");
      assertThat(seen.path("settled").asBoolean()).isTrue();
      assertThat(person.rest().get("/api/tips?limit=1").expect(200).body().path("items").path(0))
          .isEqualTo(seen);
    }
  }

  @Test
  void aTokenIsFollowedUntilItIsFinalAndSentThroughUs() {
    JsonNode promised = promise(DevChain.TOKEN, SOME);
    String tip = id(promised);
    String raw = from.transaction(promised.path("call"), 0, 3);
    String path = "/api/tips/" + tip + "/transaction";

    payer.rest().post(path, Map.of("raw", raw)).expect(200);
    payer.rest().post(path, Map.of("raw", raw)).expect(200);
    chain.mine(3);
    JsonNode last = awaitState(tip, "final");

    assertThat(last.path("from").asText()).isEqualTo(from.address());
    assertThat(last.path("symbol").asText()).isEqualTo("PARL");
    assertThat(last.path("token").asText()).isEqualTo(DevChain.TOKEN);
    assertThat(chain.tokens(to.address())).isEqualTo(new BigInteger(SOME));
  }

  @Test
  void otherSystemsAreToldOfEachStep(RunningParley parley) throws JMSException {
    Map<String, JsonNode> told = new HashMap<>();
    try (jakarta.jms.Connection broker = parley.broker("integrator")) {
      Session session = broker.createSession();
      MessageConsumer facts = session.createConsumer(session.createTopic(Destinations.EVENTS));
      broker.start();
      JsonNode promised = promise(null, SOME);
      String tip = id(promised);
      claim(tip, pay(promised.path("call"), 0)).expect(200);
      chain.mine(3);
      awaitState(tip, "final");
      Set<String> states = Set.copyOf(states(tip));
      while (!told.keySet().containsAll(states)) {
        Message message = facts.receive(Duration.ofSeconds(30).toMillis());
        assertThat(message).as("after " + told.keySet()).isInstanceOf(TextMessage.class);
        JsonNode event = read(((TextMessage) message).getText());
        assertThat(CONTRACT.faults("TipEvent", event)).as(event.toString()).isEmpty();
        if (event.path("subject").asText().equals(tip)) {
          JsonNode data = event.path("data");
          String state = data.path("state").asText();
          assertThat(event.path("type").asText()).isEqualTo("chat.parley.tip." + state);
          assertThat(data.path("tip").asText()).isEqualTo(tip);
          told.put(state, event.path("id"));
        }
      }
      assertThat(told).containsOnlyKeys(states);
      assertThat(told.values()).doesNotHaveDuplicates();
    }
  }

  @Test
  void aPromiseIsMadeOnceAndTakenBackOnlyBeforeItIsPaid() {
    RestClient keyed = payer.rest().withHeader("Idempotency-Key", UUID.randomUUID().toString());
    JsonNode first = keyed.post(tips(), wish(null, SOME)).expect(201).body();
    JsonNode again = keyed.post(tips(), wish(null, SOME)).expect(200).body();
    String tip = id(first);

    assertThat(again.path("tip")).isEqualTo(first.path("tip"));
    assertThat(recipient.rest().delete("/api/tips/" + tip).status()).isEqualTo(404);
    payer.rest().delete("/api/tips/" + tip).expect(204);
    payer.rest().delete("/api/tips/" + tip).expect(204);
    awaitState(tip, "cancelled");
    assertProblem(claim(tip, "0x" + "1".repeat(64)), 409, "tip-over");

    String paid = id(promise(null, SOME));
    claim(paid, "0x" + "2".repeat(64)).expect(200);
    assertProblem(payer.rest().delete("/api/tips/" + paid), 409, "tip-over");
    assertProblem(claim(paid, "0x" + "3".repeat(64)), 409, "tip-over");
  }

  @Test
  void whoHasNoWalletNeitherGivesNorReceives(RunningParley parley) {
    Person bare = Person.register(parley.rest(1));
    String talk = payer.conversationWith(bare);
    String path = "/api/conversations/" + talk + "/tips";

    assertProblem(payer.rest().post(path, wish(bare, null, SOME)), 409, "recipient-wallet-needed");
    assertProblem(bare.rest().post(path, wish(payer, null, SOME)), 409, "payer-wallet-needed");
    assertProblem(payer.rest().post(tips(), wish(bare, null, SOME)), 404, "not-found");
    assertProblem(payer.rest().post(tips(), wish(payer, null, SOME)), 400, "invalid-input");
    for (String amount : List.of("0", "01", "-1", "1.5", "1e3", Integer.toString(0))) {
      assertThat(payer.rest().post(tips(), wish(null, amount)).status()).isEqualTo(400);
    }
    payer.rest().post(tips(), wish(null, BigInteger.ONE.shiftLeft(256).toString())).expect(400);
    payer
        .rest()
        .post(tips(), wish(null, BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE).toString()))
        .expect(201);
  }

  @Test
  void tipsGoToTheWalletThatWasChosen() {
    Wallet other = linked(recipient);
    recipient.rest().put("/api/account/tip-wallet", Map.of("address", other.address())).expect(200);
    assertProblem(
        recipient.rest().put("/api/account/tip-wallet", Map.of("address", from.address())),
        400,
        "invalid-input");

    assertThat(promise(null, SOME).path("tip").path("address").asText()).isEqualTo(other.address());
  }

  @Test
  void aRequestIsAnsweredByOnePaymentOfEachPayer() {
    Map<String, Object> answer = new HashMap<>(wish(null, SOME));
    answer.put("request", 3);
    JsonNode first = payer.rest().post(tips(), answer).expect(201).body();
    String tip = id(first);
    assertThat(awaitState(tip, "intent").path("request").asLong()).isEqualTo(3);
    payer.rest().delete("/api/tips/" + tip).expect(204);

    // What was taken back has not answered it.
    JsonNode second = payer.rest().post(tips(), answer).expect(201).body();
    claim(id(second), pay(second.path("call"), 0)).expect(200);
    assertProblem(payer.rest().post(tips(), answer), 409, "request-paid");
    chain.mine(3);
    awaitState(id(second), "final");
    assertProblem(payer.rest().post(tips(), answer), 409, "request-paid");
    answer.put("request", 4);
    payer.rest().post(tips(), answer).expect(201);
    answer.put("request", 0);
    assertProblem(payer.rest().post(tips(), answer), 400, "invalid-input");
  }

  @Test
  void moreThanOneLetsOneselfGiveIsNotPromised() {
    String limits = "/api/account/tip-limits";
    Map<String, Object> eth = Map.of("chain", DEV, "amount", "100");
    Map<String, Object> token = Map.of("chain", DEV, "token", DevChain.TOKEN, "amount", "7");
    assertThat(payer.rest().get(limits).expect(200).body().path("items")).isEmpty();
    JsonNode set =
        payer.rest().put(limits, Map.of("items", List.of(eth, token))).expect(200).body();
    assertThat(set.path("items")).hasSize(2);
    assertThat(set.path("items").path(1).path("token").asText()).isEqualTo(DevChain.TOKEN);

    String given = id(promise(null, "60"));
    Answer refused = payer.rest().post(tips(), wish(null, "41"));
    assertProblem(refused, 409, "tip-limit-exceeded");
    assertThat(refused.body().path("left").asText()).isEqualTo("40");
    promise(null, "40");
    promise(DevChain.TOKEN, "7");
    assertProblem(payer.rest().post(tips(), wish(DevChain.TOKEN, "1")), 409, "tip-limit-exceeded");
    // What was not paid does not count.
    payer.rest().delete("/api/tips/" + given).expect(204);
    promise(null, "60");

    for (Object wrong :
        List.of(
            Map.of("chain", 5, "amount", "1"),
            Map.of("chain", DEV, "token", NOBODY, "amount", "1"),
            Map.of("chain", DEV, "amount", "0"))) {
      assertProblem(
          payer.rest().put(limits, Map.of("items", List.of(wrong))), 400, "invalid-input");
    }
    assertProblem(
        payer.rest().put(limits, Map.of("items", List.of(eth, eth))), 400, "invalid-input");
    payer.rest().put(limits, Map.of("items", List.of())).expect(200);
    promise(null, SOME);
  }

  @Test
  void aReorganizationTakesItBackAndAnotherBlockBringsItAgain() {
    JsonNode promised = promise(null, SOME);
    String tip = id(promised);
    String raw = from.transaction(promised.path("call"), 0, 3);
    chain.mine(1);
    claim(tip, chain.send(raw)).expect(200);
    chain.mine(2);
    awaitState(tip, "confirming");

    chain.reorganize(2);
    awaitState(tip, "reorged");
    chain.send(raw);
    chain.mine(3);

    awaitState(tip, "final");
    assertThat(states(tip)).containsSubsequence("submitted", "confirming", "reorged", "final");
  }

  @Test
  void whatIsSpedUpIsFollowedUnderItsNewName() {
    JsonNode promised = promise(null, SOME);
    String tip = id(promised);
    String slow = pay(promised.path("call"), 0);
    claim(tip, slow).expect(200);
    awaitState(tip, "submitted");

    String fast = chain.send(from.transaction(promised.path("call"), 0, 9));
    chain.mine(3);

    assertThat(awaitState(tip, "final").path("hash").asText()).isEqualTo(fast).isNotEqualTo(slow);
  }

  @Test
  void whatIsSpedUpBeforeAnyNodeHasSeenItIsFollowedByItsPlace() {
    JsonNode promised = promise(null, SOME);
    String tip = id(promised);
    String unseen = org.web3j.crypto.Hash.sha3(from.transaction(promised.path("call"), 0, 3));
    String path = "/api/tips/" + tip + "/transaction";
    Map<String, Object> claim = new HashMap<>(Map.of("hash", unseen, "from", from.address()));
    assertProblem(payer.rest().post(path, claim), 400, "invalid-input");
    claim.put("nonce", -1);
    assertProblem(payer.rest().post(path, claim), 400, "invalid-input");
    claim.put("nonce", 0);
    payer.rest().post(path, claim).expect(200);

    String fast = chain.send(from.transaction(promised.path("call"), 0, 9));
    chain.mine(3);

    assertThat(awaitState(tip, "final").path("hash").asText()).isEqualTo(fast);
  }

  @Test
  void thePlaceInTheOrderOfAForeignWalletIsNotBelieved() {
    JsonNode promised = promise(null, SOME);
    String tip = id(promised);
    Wallet stranger = Wallet.fresh();
    chain.fund(stranger.address());
    chain.standStill();
    chain.send(stranger.transaction(promised.path("call"), 0, 3));
    chain.mine(3);
    payer
        .rest()
        .post(
            "/api/tips/" + tip + "/transaction",
            Map.of("hash", "0x" + "4".repeat(64), "from", stranger.address(), "nonce", 0))
        .expect(200);
    assertThat(awaitState(tip, "submitted").path("hash").asText()).endsWith("4444");
    String mine = id(promise(null, "77"));
    claim(mine, pay(changed(promised, "value", "0x4d"), 0)).expect(200);
    chain.mine(3);
    // What came later has been looked at meanwhile, and this one with it.
    awaitState(mine, "final");

    assertThat(state(tip)).isEqualTo("submitted");
  }

  @Test
  void whatIsCancelledInTheWalletIsReplaced() {
    JsonNode promised = promise(null, SOME);
    String tip = id(promised);
    claim(tip, pay(promised.path("call"), 0)).expect(200);
    awaitState(tip, "submitted");

    chain.send(from.transaction(changed(promised, "to", from.address()), 0, 9));
    chain.mine(3);

    awaitState(tip, "replaced");
  }

  @Test
  void anotherAmountOrRecipientOrSenderIsRefused() {
    JsonNode promised = promise(null, SOME);
    String tip = id(promised);
    Wallet stranger = Wallet.fresh();
    chain.fund(stranger.address());
    chain.standStill();

    // As if somebody had tampered with the page between the answer and the wallet.
    assertRefused(tip, pay(changed(promised, "value", "0x1"), 0), "wrong-amount");
    assertRefused(tip, pay(changed(promised, "to", NOBODY), 1), "wrong-recipient");
    assertRefused(
        tip, chain.send(stranger.transaction(promised.path("call"), 0, 3)), "foreign-sender");
    chain.mine(1);
    assertThat(state(tip)).isEqualTo("intent");
  }

  @Test
  void aClaimThatNobodyKnowsYetIsJudgedWhenItComes() {
    JsonNode promised = promise(null, SOME);
    String tip = id(promised);
    String raw = from.transaction(changed(promised, "value", "0x1"), 0, 3);
    String hash = org.web3j.crypto.Hash.sha3(raw);
    claim(tip, hash).expect(200);
    awaitState(tip, "submitted");

    chain.send(raw);
    chain.mine(1);

    assertThat(awaitState(tip, "failed").path("fault").asText()).isEqualTo("wrong-amount");
  }

  @Test
  void aPaymentPaysOneTip() {
    JsonNode first = promise(null, SOME);
    JsonNode second = promise(null, SOME);
    String hash = pay(first.path("call"), 0);
    claim(id(first), hash).expect(200);
    claim(id(second), hash).expect(200);
    chain.mine(3);
    JsonNode third = promise(null, SOME);

    screen.awaitUntil(
        any -> paysOne(id(first), id(second)) || paysOne(id(second), id(first)),
        "one of the two final, the other refused");
    assertRefused(id(third), hash, "already-used");
  }

  @Test
  void aTransactionThatFailsPaysNothing() {
    JsonNode promised = promise(DevChain.TOKEN, "100000001");
    String tip = id(promised);
    assertThat(promised.path("funds").path(0).path("asset").asText()).isEqualTo("100000000");
    claim(tip, pay(promised.path("call"), 0)).expect(200);
    chain.mine(3);

    assertThat(awaitState(tip, "failed").path("fault").asText()).isEqualTo("reverted");
  }

  @Test
  void onlyTheTokenOfTheListCountsWhateverOthersSay() {
    JsonNode promised = promise(DevChain.TOKEN, SOME);
    String tip = id(promised);
    String rogue = Wallet.fresh().address();
    chain.deploy(rogue, DevChain.crooked("RogueEvents"));
    String event =
        org.web3j.crypto.Hash.sha3String("say(address,address,uint256)").substring(0, 10)
            + word(from.address())
            + word(to.address())
            + DevChain.word(Long.parseLong(SOME));
    ObjectNode call = changed(promised, "to", rogue);
    String hash = chain.send(from.transaction(call.put("data", event), 0, 3));
    chain.mine(1);
    assertRefused(tip, hash, "wrong-token");

    // Another contract that calls itself PARL, too.
    String twin = Wallet.fresh().address();
    chain.deploy(twin, chain.code(DevChain.TOKEN));
    chain.store(twin, balanceSlot(from.address()), "0x" + DevChain.word(100_000_000));
    String fake = chain.send(from.transaction(changed(promised, "to", twin), 1, 3));
    chain.mine(1);
    assertRefused(tip, fake, "wrong-token");
    assertProblem(payer.rest().post(tips(), wish(twin, SOME)), 400, "invalid-input");
  }

  @Test
  void aTokenThatKeepsAFeeOrPaysTwiceDoesNotPayTheTip() {
    JsonNode promised = promise(DevChain.TOKEN, SOME);
    String honest = chain.code(DevChain.TOKEN);
    try {
      chain.deploy(DevChain.TOKEN, DevChain.crooked("FeeToken"));
      String lessens = pay(promised.path("call"), 0);
      chain.mine(1);
      assertRefused(id(promised), lessens, "wrong-amount");
      chain.deploy(DevChain.TOKEN, DevChain.crooked("TwiceToken"));
      String twice = pay(promised.path("call"), 1);
      chain.mine(1);
      assertRefused(id(promised), twice, "ambiguous");
    } finally {
      chain.deploy(DevChain.TOKEN, honest);
    }
  }

  @Test
  void aTokenThatCountsInOtherDecimalsCannotBeGiven() {
    String honest = chain.code(DevChain.TOKEN);
    try {
      chain.deploy(DevChain.TOKEN, DevChain.crooked("OtherDecimals"));
      assertProblem(payer.rest().post(tips(), wish(DevChain.TOKEN, SOME)), 503, "unavailable");
    } finally {
      chain.deploy(DevChain.TOKEN, honest);
    }
  }

  @Test
  void whatComesTooLateOrWasSignedForAnotherChainIsRefused(RunningParley parley)
      throws SQLException {
    JsonNode promised = promise(null, SOME);
    String tip = id(promised);
    String path = "/api/tips/" + tip + "/transaction";
    ObjectNode elsewhere = changed(promised, "chainId", "0x1");
    assertProblem(
        payer.rest().post(path, Map.of("raw", from.transaction(elsewhere, 0, 3))),
        400,
        "invalid-input");
    assertProblem(
        payer
            .rest()
            .post(path, Map.of("raw", from.transaction(changed(promised, "value", "0x1"), 0, 3))),
        422,
        "transaction-refused");

    expire(parley, tip);
    String hash = pay(promised.path("call"), 0);
    chain.mine(1);
    assertRefused(tip, hash, "too-late");
  }

  @Test
  void whatIsDroppedIsOverWhenItsTimeIs(RunningParley parley) throws SQLException {
    JsonNode promised = promise(null, SOME);
    String tip = id(promised);
    String hash = pay(promised.path("call"), 0);
    claim(tip, hash).expect(200);
    awaitState(tip, "submitted");
    chain.drop(hash);
    expire(parley, tip);
    chain.mine(1);

    awaitState(tip, "expired");
  }

  @Test
  void onlyItsTwoPeopleSeeATip(RunningParley parley) {
    String tip = id(promise(null, SOME));
    Person stranger = Person.register(parley.rest(1));

    assertProblem(stranger.rest().get("/api/tips/" + tip), 404, "not-found");
    assertProblem(
        stranger
            .rest()
            .post("/api/tips/" + tip + "/transaction", Map.of("hash", "0x" + "1".repeat(64))),
        404,
        "not-found");
    assertThat(stranger.rest().get("/api/tips").expect(200).body().path("items")).isEmpty();
    assertProblem(stranger.rest().post(tips(), wish(null, SOME)), 404, "not-found");
  }

  @Test
  void theFaucetOfTheDevelopmentChainFillsOnesWallets() {
    BigInteger before = chain.balance(to.address());
    recipient.rest().post("/api/chains/" + DEV + "/faucet", Map.of()).expect(204);
    chain.mine(1);
    assertThat(chain.balance(to.address())).isGreaterThan(before);
    assertThat(chain.tokens(to.address())).isEqualTo(BigInteger.valueOf(10_000_000));
    assertProblem(recipient.rest().post("/api/chains/1/faucet", Map.of()), 404, "not-found");
    JsonNode dev = recipient.rest().get("/api/chains").expect(200).body().path("items").path(0);
    assertThat(dev.path("id").asLong()).isEqualTo(DEV);
    assertThat(dev.path("depth").asInt()).isEqualTo(3);
  }

  @Test
  void aJarIsShownToThoseWhoSeeTheProfileAndOnlyWithTheWalletThatWasAgreedTo(RunningParley parley) {
    Person stranger = Person.register(parley.rest(1));
    String jar = "/api/account/tip-jar";
    assertThat(payer.rest().get("/api/account/tip-wallet").expect(200).body().path("jar").asText())
        .isEqualTo("false");
    assertThat(jarFor(payer)).isEmpty();

    JsonNode shown = recipient.rest().put(jar, Map.of("shown", true)).expect(200).body();
    assertThat(shown.path("address").asText()).isEqualTo(to.address());
    assertThat(shown.path("jar").asBoolean()).isTrue();
    for (Person viewer : List.of(payer, stranger, recipient)) {
      assertThat(jarFor(viewer)).isEqualTo(to.address());
    }
    recipient.rest().patch("/api/account/settings", Map.of("discoverable", false)).expect(200);
    assertProblem(stranger.rest().get(profile()), 404, "not-found");
    assertThat(jarFor(payer)).isEqualTo(to.address());
    recipient.rest().patch("/api/account/settings", Map.of("discoverable", true)).expect(200);
    recipient.rest().send("PUT", "/api/blocks/" + stranger.id(), null).expect(204);
    assertProblem(stranger.rest().get(profile()), 404, "not-found");

    // It follows what its owner chooses, and shows nothing that he has not chosen.
    Wallet other = linked(recipient);
    assertThat(jarFor(payer)).isEqualTo(to.address());
    recipient.rest().put("/api/account/tip-wallet", Map.of("address", other.address())).expect(200);
    assertThat(jarFor(payer)).isEqualTo(other.address());
    recipient.rest().delete("/api/account/credentials/wallets/" + other.address()).expect(204);
    assertThat(jarFor(payer)).isEmpty();
    JsonNode after = recipient.rest().get("/api/account/tip-wallet").expect(200).body();
    assertThat(after.path("address").asText()).isEqualTo(to.address());
    assertThat(after.path("jar").asBoolean()).isFalse();

    recipient.rest().put(jar, Map.of("shown", true)).expect(200);
    assertThat(jarFor(payer)).isEqualTo(to.address());
    recipient.rest().put(jar, Map.of("shown", false)).expect(200);
    recipient.rest().put(jar, Map.of("shown", false)).expect(200);
    assertThat(jarFor(payer)).isEmpty();
    assertProblem(stranger.rest().put(jar, Map.of("shown", true)), 400, "invalid-input");
    assertProblem(recipient.rest().put(jar, Map.of("shown", "yes")), 400, "invalid-input");
  }

  @Test
  void aNameIsToldOnlyWhereItLeadsBackToTheWallet() {
    String own = "ada-" + UUID.randomUUID() + ".eth";
    String stolen = "bob-" + UUID.randomUUID() + ".eth";
    NameRegistry names =
        new NameRegistry(chain).with(own, to.address()).with(stolen, from.address());
    assertThat(nameOf(NOBODY)).as("it has none").isEmpty();
    for (String wrong :
        List.of(
            stolen,
            "nobody-" + own,
            own.toUpperCase(java.util.Locale.ROOT),
            own.replace("ada", "\u0430da"),
            "ada\u200b.eth",
            "")) {
      String wallet = Wallet.fresh().address();
      names.calls(wallet, wrong);
      assertThat(nameOf(wallet)).as(wrong).isEmpty();
    }
    names.calls(to.address(), own);

    assertThat(nameOf(to.address())).isEqualTo(own);
    assertThat(nameOf(to.address().toLowerCase(java.util.Locale.ROOT))).isEqualTo(own);
    // It is remembered for a while, so that a chat full of tips asks once.
    names.with(own, from.address());
    assertThat(nameOf(to.address())).isEqualTo(own);

    assertProblem(payer.rest().get("/api/wallets/0x12/name"), 404, "not-found");
    assertProblem(
        payer.rest().get("/api/wallets/0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD/name"),
        404,
        "not-found");
    assertProblem(payer.rest().get("/api/wallets/" + own + "/name"), 404, "not-found");
  }

  private String profile() {
    return "/api/people/" + recipient.id() + "/profile";
  }

  /** What the recipient's profile shows somebody; empty for no jar. */
  private String jarFor(Person viewer) {
    return viewer.rest().get(profile()).expect(200).body().path("tipJar").path("address").asText();
  }

  private String nameOf(String wallet) {
    return payer
        .rest()
        .get("/api/wallets/" + wallet + "/name")
        .expect(200)
        .body()
        .path("name")
        .asText();
  }

  private static Wallet linked(Person person) {
    Wallet wallet = Wallet.fresh();
    JsonNode challenge =
        person.rest().post("/api/account/credentials/wallet-nonces", Map.of()).expect(201).body();
    person.rest().post("/api/account/credentials/wallets", wallet.answer(challenge)).expect(200);
    return wallet;
  }

  private String tips() {
    return "/api/conversations/" + conversation + "/tips";
  }

  private JsonNode promise(@Nullable String token, String amount) {
    return payer.rest().post(tips(), wish(token, amount)).expect(201).body();
  }

  private Map<String, Object> wish(@Nullable String token, String amount) {
    return wish(recipient, token, amount);
  }

  private static Map<String, Object> wish(Person whom, @Nullable String token, String amount) {
    return token == null
        ? Map.of("recipient", whom.id(), "chain", DEV, "amount", amount)
        : Map.of("recipient", whom.id(), "chain", DEV, "amount", amount, "token", token);
  }

  private String pay(JsonNode call, long nonce) {
    return chain.send(from.transaction(call, nonce, 3));
  }

  private static ObjectNode changed(JsonNode promised, String member, String value) {
    return ((ObjectNode) promised.path("call").deepCopy()).put(member, value);
  }

  private Answer claim(String tip, String hash) {
    return payer.rest().post("/api/tips/" + tip + "/transaction", Map.of("hash", hash));
  }

  private void assertRefused(String tip, String hash, String fault) {
    Answer refused = claim(tip, hash);
    assertProblem(refused, 422, "transaction-refused");
    assertThat(refused.body().path("fault").asText()).isEqualTo(fault);
  }

  /** The tip as an entry in the conversation told it, on the screen of the recipient. */
  private JsonNode awaitState(String tip, String state) {
    Predicate<JsonNode> fits =
        body -> body.path("tip").asText().equals(tip) && body.path("state").asText().equals(state);
    screen.awaitUntil(any -> bodies().stream().anyMatch(fits), state + " of the tip");
    return bodies().stream().filter(fits).findFirst().orElseThrow();
  }

  private List<String> states(String tip) {
    return bodies().stream()
        .filter(body -> body.path("tip").asText().equals(tip))
        .map(body -> body.path("state").asText())
        .toList();
  }

  private List<JsonNode> bodies() {
    return screen.entries("c/" + conversation).stream()
        .filter(entry -> entry.path("kind").asText().equals("tip"))
        .map(entry -> read(entry.path("body").asText()))
        .peek(tip -> assertThat(CONTRACT.faults("Tip", tip)).as(tip.toString()).isEmpty())
        .toList();
  }

  private static JsonNode read(String body) {
    try {
      return RestClient.JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(body, e);
    }
  }

  private String state(String tip) {
    return payer.rest().get("/api/tips/" + tip).expect(200).body().path("state").asText();
  }

  private boolean paysOne(String tip, String other) {
    return isFinal(tip) && isUsed(other);
  }

  private boolean isFinal(String tip) {
    return state(tip).equals("final");
  }

  private boolean isUsed(String tip) {
    return payer
        .rest()
        .get("/api/tips/" + tip)
        .expect(200)
        .body()
        .path("fault")
        .asText()
        .equals("already-used");
  }

  /** Its time is over, by more than the chain could take back. */
  private static void expire(RunningParley parley, String tip) throws SQLException {
    try (Connection database = parley.database();
        PreparedStatement update =
            database.prepareStatement(
                "UPDATE tip SET created_at = created_at - interval '1 hour',"
                    + " expires_at = expires_at - interval '1 hour' WHERE id = ?")) {
      update.setObject(1, UUID.fromString(tip));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static String id(JsonNode promised) {
    return promised.path("tip").path("id").asText();
  }

  private static String word(String address) {
    return "0".repeat(24) + address.substring(2).toLowerCase(java.util.Locale.ROOT);
  }

  /** Where the sample token keeps the balance of somebody: the first mapping of the contract. */
  private static String balanceSlot(String address) {
    return org.web3j.crypto.Hash.sha3("0x" + word(address) + DevChain.word(0));
  }
}
