package chat.parley.torture;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.sabotage.Defect;
import chat.parley.sabotage.Saboteur;
import chat.parley.testing.BesideTheOthers;
import chat.parley.testing.Person;
import chat.parley.testing.RunningParley;
import chat.parley.torture.checker.Findings;
import chat.parley.torture.checker.Verdict;
import chat.parley.torture.load.Device;
import chat.parley.torture.load.Link;
import chat.parley.torture.load.Room;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The checker is worth what it finds: an agent plants one mistake at a time in two running
 * instances, and each must be found. The system is the same all the time, so that without a mistake
 * nothing is found says as much. Those that break the tables come last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@BesideTheOthers
class PlantedDefectsIT {

  private static final Path HOME = RunningParley.project().resolve("launcher/target/planted");
  private static final Device.Manners BUSY = new Device.Manners(50, null, false, false);
  private static final Duration TALK = Duration.ofSeconds(3);
  private static final Duration STORM_EVERY = Duration.ofMillis(600);
  private static final Duration FLURRY_EVERY = Duration.ofMillis(90);
  private static final int FLURRY = 40;

  /** Twice the period of the sweep: what is not healed by then never will be. */
  private static final Duration QUIET_WITHIN = Duration.ofSeconds(7);

  /** In which a defect that needs its moment has to show. */
  private static final int ROUNDS = 5;

  private static int talks;
  private static Saboteur saboteur;
  private static RunningParley parley;

  @BeforeAll
  static void start() {
    Campaign.empty(HOME);
    saboteur = Saboteur.in(HOME.resolve("sabotage"));
    parley = RunningParley.start(HOME, List.of(saboteur.jvmOption()));
  }

  @AfterAll
  static void stop() {
    if (parley != null) {
      parley.close();
    }
  }

  @AfterEach
  void repair() {
    saboteur.repair();
  }

  @Test
  @Order(1)
  void withoutADefectNothingIsFound() {
    Findings findings = talk("none", Duration.ofMinutes(2), PlantedDefectsIT::storms);

    assertThat(findings.found()).as(findings.report()).isEmpty();
    assertThat(findings.tally("messages acknowledged")).isGreaterThan(20);
    assertThat(findings.tally("messages refused")).as("to the stranger").isPositive();
  }

  @Test
  @Order(2)
  void acknowledgingBeforeTheCommitIsFound() {
    // A connection that dies takes something with it only between acknowledgement and commit.
    assertThat(
            foundInTime(
                Verdict.LOST,
                () ->
                    talk(
                        Defect.ACKNOWLEDGED_BEFORE_COMMIT,
                        crowd ->
                            execute(
                                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE"
                                    + " usename = 'parley' AND pid <> pg_backend_pid()"))))
        .contains(Verdict.LOST);
  }

  @Test
  @Order(3)
  void tellingBeforeTheCommitIsFound() {
    assertThat(talk(Defect.FAN_OUT_BEFORE_COMMIT).found())
        .containsAnyOf(Verdict.PHANTOM, Verdict.SPLIT_ORDER);
  }

  @Test
  @Order(4)
  void newsThatIsLostAndNeverHealedIsFound() {
    // Who loses his connection last of all resumes, and misses nothing.
    assertThat(foundInTime(Verdict.PENDING, () -> talk(Defect.NO_OUTBOX)))
        .contains(Verdict.PENDING);
  }

  @Test
  @Order(5)
  void newsThatIsAcknowledgedBeforeItsEffectIsFound() {
    assertThat(foundInTime(Verdict.PENDING, () -> talk(Defect.JMS_ACKNOWLEDGED_BEFORE_THE_EFFECT)))
        .contains(Verdict.PENDING);
  }

  @Test
  @Order(6)
  void servingWhoComesBackFromNowOnIsFound() {
    assertThat(talk(Defect.MISSING_RESUME).found()).contains(Verdict.GAP);
  }

  @Test
  @Order(7)
  void givingHistoryToWhoeverAsksIsFound() {
    assertThat(talk(Defect.READ_OUTSIDE_MEMBERSHIP).found()).containsExactly(Verdict.LEAK);
  }

  @Test
  @Order(8)
  void historyFromACacheIsFound() {
    assertThat(talk(Defect.STALE_HISTORY).found()).contains(Verdict.STALE_READ);
  }

  @Test
  @Order(9)
  void numbersThatDoNotFollowTheCommitsAreFound() {
    execute("CREATE SEQUENCE sabotage");
    assertThat(talk(Defect.CURSOR_ON_IDENTITY).found()).contains(Verdict.GAP);
  }

  @Test
  @Order(10)
  void notKnowingAMessageAgainIsFound() {
    execute("DROP INDEX journal_entry_idempotency");
    // A message is sent again only when the answer to it was lost on the way.
    assertThat(
            foundInTime(
                Verdict.DUPLICATED, () -> talk(Defect.NO_IDEMPOTENCY, PlantedDefectsIT::flurry)))
        .contains(Verdict.DUPLICATED);
  }

  @Test
  @Order(11)
  void countingWithoutALockIsFound() {
    execute("ALTER TABLE journal_entry DROP CONSTRAINT journal_entry_pkey");
    assertThat(talk(Defect.COUNTER_WITHOUT_A_LOCK).found()).contains(Verdict.SEQ_REUSE);
  }

  /** What is found of a defect that needs its moment to show. */
  private static Set<Verdict> foundInTime(Verdict wanted, Supplier<Findings> talk) {
    Set<Verdict> found = new HashSet<>();
    for (int round = 0; round < ROUNDS && !found.contains(wanted); round++) {
      found.addAll(talk.get().found());
    }
    return found;
  }

  private static Findings talk(Defect defect) {
    return talk(defect, crowd -> {});
  }

  private static Findings talk(Defect defect, Consumer<Crowd> crash) {
    String name = defect.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    Findings findings =
        talk(
            name + " " + ++talks,
            QUIET_WITHIN,
            crowd -> {
              saboteur.plant(defect);
              storms(crowd);
              crash.accept(crowd);
            });
    System.out.printf("planted: %-36s found as %s%n", name, findings.found());
    return findings;
  }

  /** Amy and Bob talk over two instances, and a stranger tries to; something happens meanwhile. */
  private static Findings talk(String name, Duration quietWithin, Consumer<Crowd> meanwhile) {
    List<Link> links =
        List.of(
            new Link(1, parley.url(1), parley.url(1).toString()),
            new Link(2, parley.url(2), parley.url(2).toString()));
    try (Crowd crowd =
        new Crowd(parley, links, HOME.resolve("histories").resolve(name), new Random(1))) {
      Person amy = parley.newPerson(1);
      Person bob = parley.newPerson(2);
      Room room = crowd.room(amy, bob);
      crowd.device(amy, links.subList(0, 1), BUSY).writesIn(List.of(room));
      crowd.device(bob, links.subList(1, 2), BUSY).writesIn(List.of(room));
      crowd.device(parley.newPerson(1), links, BUSY).writesIn(List.of(room));
      crowd.start();
      crowd.awaitAcknowledged(10);
      meanwhile.accept(crowd);
      crowd.settle(quietWithin);
      return crowd.judge();
    }
  }

  /** They talk for a while, and lose their connections now and then. */
  private static void storms(Crowd crowd) {
    long end = System.nanoTime() + TALK.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(STORM_EVERY.toNanos());
      crowd.storm();
    }
    crowd.awaitAcknowledged(crowd.acknowledged() + 5);
  }

  /** They lose their connections again and again, hardly that they have them. */
  private static void flurry(Crowd crowd) {
    for (int storm = 0; storm < FLURRY; storm++) {
      LockSupport.parkNanos(FLURRY_EVERY.toNanos());
      crowd.storm();
    }
    crowd.awaitAcknowledged(crowd.acknowledged() + 5);
  }

  private static void execute(String sql) {
    try (var connection = parley.database();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
