package chat.parley.torture.tips;

import static org.awaitility.Awaitility.await;

import chat.parley.testing.DevChain;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.Wallet;
import chat.parley.torture.tips.CrookedNode.Mood;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tips while everything they depend on is disturbed: a system of its own asks two nodes of one
 * chain, which both are {@link CrookedNode}s, and no tip may be called paid that the chain does not
 * call so in the end. What happens follows from the seed; when it happens, from the machine.
 */
final class TipCampaign {

  private static final long DEV = 31337;

  /** Deeper than any reorganization here: what is final stays. */
  private static final int FINALITY = 8;

  private static final int DEEPEST = 6;
  private static final int PAYERS = 6;

  /** Payments that are on their way at once. */
  private static final int ON_THE_WAY = 10;

  /** An instance is killed in every so many rounds, and the broker in the one after. */
  private static final int KILL_EVERY = 4;

  /** So long a look is waited for after each disturbance. */
  private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** The lines that operators read of nodes that cannot be believed, or contradict each other. */
  static final String UNBELIEVED = "PARLEY-1903";

  static final String CONTRADICTION = "PARLEY-1905";

  private static final Duration ALARMED_WITHIN = Duration.ofMinutes(1);
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);
  private static final int TRIES = 200;

  private final Path home;
  private final long seed;
  private final int wanted;
  private final Consumer<String> out;
  private final Random random;
  private final List<CrookedNode> nodes = List.of(new CrookedNode(), new CrookedNode());
  private final Map<Disturbance, Integer> done = new EnumMap<>(Disturbance.class);
  private final Deque<Disturbance> round = new ArrayDeque<>();
  private final List<Payer> payers = new ArrayList<>();
  private final List<Payment> payments = new ArrayList<>();

  private int rounds;
  private int alive = 1;
  private CompletableFuture<Void> restart = CompletableFuture.completedFuture(null);

  /**
   * A campaign.
   *
   * @param home the folder for the system
   * @param wanted how many disturbances, at least
   * @param out is told what happens
   */
  TipCampaign(Path home, long seed, int wanted, Consumer<String> out) {
    this.home = home;
    this.seed = seed;
    this.wanted = wanted;
    this.out = out;
    this.random = new Random(seed);
  }

  /**
   * How it went.
   *
   * @param lies how often a node said of a payment what was not so
   * @param verdict what the tips and the chain are compared by
   */
  record Result(long seed, Map<Disturbance, Integer> done, long lies, TipVerdict verdict) {

    /** Everything on one line. */
    String line() {
      return "tips: %,d disturbances of %d kinds, %,d lies, %s, seed %d"
          .formatted(disturbances(), done.size(), lies, verdict.line(), seed);
    }

    int disturbances() {
      return done.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Runs it from beginning to end. */
  Result run() {
    try (RunningParley parley = RunningParley.start(home, options())) {
      nodes.forEach(node -> node.standBefore(URI.create(parley.system().chainUrl())));
      DevChain chain = parley.chain();
      Person recipient = parley.newPerson(1);
      Wallet till = link(recipient);
      Map<Payer, String> places = new HashMap<>();
      for (int i = 0; i < PAYERS; i++) {
        Person person = parley.newPerson(1);
        Wallet wallet = link(person);
        chain.fund(wallet.address());
        Payer payer = new Payer(person, wallet, chain);
        payers.add(payer);
        places.put(payer, "/api/conversations/" + person.conversationWith(recipient) + "/tips");
      }
      chain.standStill();
      // A node that lies needs blocks of long ago.
      chain.mine(40);
      try (TipLedger ledger = new TipLedger(parley.database())) {
        Street street = new Street(parley, chain, recipient, places, ledger);
        while (done.values().stream().mapToInt(Integer::intValue).sum() < wanted) {
          street.step();
        }
        street.contradict();
        street.calm();
        street.settle();
        return new Result(
            seed,
            done,
            nodes.stream().mapToLong(CrookedNode::lies).sum(),
            TipVerdict.of(payments, ledger, chain, till.address()));
      }
    } finally {
      nodes.forEach(CrookedNode::close);
    }
  }

  /** How often the instances have written a line of the log. */
  long told(String line) {
    try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
      long times = 0;
      for (Path log : logs.filter(path -> path.toString().endsWith(".log")).toList()) {
        try (Stream<String> lines = Files.lines(log)) {
          times += lines.filter(each -> each.contains(line)).count();
        }
      }
      return times;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> options() {
    String addresses = nodes.get(0).address() + "," + nodes.get(1).address();
    return List.of(
        "-Dparley.chains.dev.nodes=" + addresses,
        "-Dparley.chains.dev.finality=depth:" + FINALITY,
        "-Dparley.chains.dev.block-time=PT0.5S",
        "-Dparley.chains.dev.two-nodes-above=0");
  }

  private static Wallet link(Person person) {
    Wallet wallet = Wallet.fresh();
    JsonNode challenge =
        person.rest().post("/api/account/credentials/wallet-nonces", Map.of()).expect(201).body();
    person.rest().post("/api/account/credentials/wallets", wallet.answer(challenge)).expect(200);
    return wallet;
  }

  private Disturbance next() {
    if (round.isEmpty()) {
      List<Disturbance> order = new ArrayList<>();
      for (Disturbance each : Disturbance.values()) {
        order.addAll(Collections.nCopies(each.often(), each));
      }
      Collections.shuffle(order, random);
      rounds++;
      if (rounds % KILL_EVERY == 1) {
        order.add(order.size() / 2, Disturbance.KILL_INSTANCE);
      } else if (rounds % KILL_EVERY == 2) {
        order.add(order.size() / 2, Disturbance.KILL_BROKER);
      }
      round.addAll(order);
    }
    return round.removeFirst();
  }

  /** The system in its running. */
  private final class Street {

    private final RunningParley parley;
    private final DevChain chain;
    private final Person recipient;
    private final Map<Payer, String> places;
    private final TipLedger ledger;

    private Street(
        RunningParley parley,
        DevChain chain,
        Person recipient,
        Map<Payer, String> places,
        TipLedger ledger) {
      this.parley = parley;
      this.chain = chain;
      this.recipient = recipient;
      this.places = places;
      this.ledger = ledger;
    }

    /** Gives something, disturbs it, lets the server look, and makes a block. */
    private void step() {
      if (ledger.unsettled().size() < ON_THE_WAY) {
        give();
      }
      Disturbance kind = next();
      if (disturb(kind)) {
        done.merge(kind, 1, Integer::sum);
      }
      breathe();
      if (random.nextBoolean()) {
        payers.forEach(Payer::sendAgain);
      }
      chain.mine(1 + random.nextInt(2));
      if (random.nextInt(3) == 0) {
        nodes.forEach(node -> node.be(Mood.HONEST));
      }
    }

    private boolean disturb(Disturbance kind) {
      return switch (kind) {
        case REORGANIZATION -> {
          chain.reorganize(1 + random.nextInt(DEEPEST));
          yield true;
        }
        case SPEED_UP -> onPending(payment -> payment.payer().speedUp(payment));
        case CANCELLATION -> onPending(payment -> payment.payer().takeBack(payment));
        case DROP -> onPending(payment -> chain.drop(payment.hash()));
        case DOUBLE_SPEND -> doubleSpend();
        case SECOND_CLAIM -> secondClaim();
        case CROOKED_NODE -> {
          Mood[] moods = Mood.values();
          int which = random.nextInt(nodes.size());
          nodes.get(1 - which).be(Mood.HONEST);
          nodes.get(which).be(moods[1 + random.nextInt(moods.length - 1)]);
          yield true;
        }
        case NO_NODE -> {
          nodes.forEach(node -> node.be(Mood.DOWN));
          yield true;
        }
        case KILL_INSTANCE -> {
          restart.join();
          int victim = 1 + done.getOrDefault(kind, 0) % RunningParley.INSTANCES;
          alive = RunningParley.INSTANCES + 1 - victim;
          out.accept("instance " + victim + " dies");
          parley.kill(victim);
          restart = CompletableFuture.runAsync(() -> parley.start(victim));
          yield true;
        }
        case KILL_BROKER -> {
          restart.join();
          out.accept("the broker dies");
          parley.killBroker();
          restart = CompletableFuture.runAsync(parley::startBroker);
          yield true;
        }
      };
    }

    /** Promises, signs, sends and claims, in an order that wallets have. */
    private void give() {
      Payer payer = payers.get(random.nextInt(payers.size()));
      String token = random.nextBoolean() ? DevChain.TOKEN : null;
      BigInteger amount = BigInteger.valueOf(1_000 + payments.size());
      JsonNode promised = promise(payer, token, amount).orElse(null);
      if (promised == null) {
        // No node says how the token counts, or how high the chain is.
        return;
      }
      String tip = promised.path("tip").path("id").asText();
      Payment payment = new Payment(tip, payer, promised.path("call"), token, amount);
      payments.add(payment);
      String raw = payer.sign(payment);
      boolean isSentFirst = random.nextBoolean();
      if (isSentFirst) {
        chain.offer(raw);
      }
      claim(payment, tip).expect(200);
      if (!isSentFirst) {
        chain.offer(raw);
      }
    }

    private Optional<JsonNode> promise(Payer payer, @Nullable String token, BigInteger amount) {
      Map<String, Object> wish = new HashMap<>();
      wish.put("recipient", recipient.id());
      wish.put("chain", DEV);
      wish.put("amount", amount.toString());
      if (token != null) {
        wish.put("token", token);
      }
      Answer answer = post(payer, place(payer), wish);
      return answer.status() == 503 ? Optional.empty() : Optional.of(answer.expect(201).body());
    }

    private String place(Payer payer) {
      return Optional.ofNullable(places.get(payer)).orElseThrow();
    }

    /** With its place: the server may hear of the next transaction there before this one. */
    private Answer claim(Payment payment, String tip) {
      Payer payer = payment.payer();
      return post(
          payer,
          "/api/tips/" + tip + "/transaction",
          Map.of("hash", payment.hash(), "from", payer.address(), "nonce", payer.placeOf(payment)));
    }

    /** What a client does: the same again with the same key, at the other instance if need be. */
    private Answer post(Payer payer, String path, Object body) {
      return retried(payer, client -> client.post(path, body));
    }

    private Answer retried(Payer payer, Function<RestClient, Answer> request) {
      RestClient client =
          payer
              .person()
              .rest()
              .withHeader("Idempotency-Key", UUID.randomUUID().toString())
              .amidFaults();
      RuntimeException last = new IllegalStateException("never tried");
      for (int i = 0; i < TRIES; i++) {
        try {
          return request.apply(client.at(parley.url(alive)));
        } catch (UncheckedIOException e) {
          last = e;
          LockSupport.parkNanos(BREATH_NANOS);
        }
      }
      throw last;
    }

    private boolean onPending(Consumer<Payment> what) {
      Optional<Payment> pending =
          payers.stream().flatMap(payer -> payer.pending().stream()).findFirst();
      if (pending.isEmpty()) {
        give();
        pending = payers.stream().flatMap(payer -> payer.pending().stream()).findFirst();
      }
      pending.ifPresent(what);
      return pending.isPresent();
    }

    /** The server has seen the payment in a block by then, mostly. */
    private boolean doubleSpend() {
      return onPending(
          payment -> {
            payers.forEach(Payer::sendAgain);
            chain.mine(2);
            breathe();
            chain.reorganize(3);
            payment.payer().takeBack(payment);
          });
    }

    /** The same amount to the same person, which the same transaction would pay as well. */
    private boolean secondClaim() {
      if (payments.isEmpty()) {
        return false;
      }
      Payment first = payments.get(random.nextInt(payments.size()));
      Optional<JsonNode> promised = promise(first.payer(), first.token(), first.amount());
      if (promised.isEmpty()) {
        return false;
      }
      String tip = promised.get().path("tip").path("id").asText();
      if (claim(first, tip).status() == 422) {
        giveUp(first.payer(), tip);
      } else {
        first.claimedFor(tip);
      }
      return true;
    }

    private void giveUp(Payer payer, String tip) {
      retried(payer, client -> client.delete("/api/tips/" + tip)).expect(204);
    }

    /** Until the server has looked, if it can. */
    private void breathe() {
      long before = ledger.looks();
      long end = System.nanoTime() + BREATH_NANOS;
      while (ledger.looks() == before && System.nanoTime() < end) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }

    /** One node lies of a payment, and the other does not: operators hear of it. */
    private void contradict() {
      restart.join();
      nodes.get(0).be(Mood.LYING);
      nodes.get(1).be(Mood.HONEST);
      int before = payments.size();
      await()
          .until(
              () -> {
                give();
                return payments.size() > before;
              });
      payers.forEach(Payer::sendAgain);
      chain.mine(2);
      await().atMost(ALARMED_WITHIN).until(() -> told(CONTRADICTION) > 0);
    }

    /** Nothing is disturbed any more, and everybody gets what he wants of the chain. */
    private void calm() {
      restart.join();
      nodes.forEach(node -> node.be(Mood.HONEST));
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                payers.forEach(Payer::sendAgain);
                chain.mine(1);
                return payers.stream().allMatch(Payer::isDone);
              });
      chain.mine(FINALITY);
    }

    /** What nobody pays any more is over when its time is. */
    private void settle() {
      List<String> paid =
          payments.stream()
              .filter(payment -> payment.isPaid(chain))
              .flatMap(payment -> payment.tips().stream())
              .toList();
      await()
          .atMost(SETTLED_WITHIN)
          .until(() -> ledger.unsettled().stream().noneMatch(paid::contains));
      ledger.endTheTimeOf(ledger.unsettled());
      chain.mine(1);
      await().atMost(SETTLED_WITHIN).until(() -> ledger.unsettled().isEmpty());
    }
  }
}
