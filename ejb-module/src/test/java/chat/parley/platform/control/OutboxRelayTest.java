package chat.parley.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.jms.Destinations;
import chat.parley.platform.Job;
import chat.parley.platform.Limits;
import chat.parley.platform.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final DataSource database = TestDatabase.fresh();
  private final BlockingQueue<OutboxTable.Row> carried = new LinkedBlockingQueue<>();

  private void write(Job... jobs) throws SQLException {
    try (Connection connection = database.getConnection()) {
      OutboxTable.insert(connection, List.of(jobs), NOW);
    }
  }

  private static Job job(String body) {
    return Job.now(Destinations.PUSH, body);
  }

  private static Job ordered(String body, String order) {
    return new Job(Destinations.MAIL, body, Duration.ZERO, order);
  }

  private long waiting() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM outbox")) {
      row.next();
      return row.getLong(1);
    }
  }

  private List<String> bodies() {
    return carried.stream().map(OutboxTable.Row::body).toList();
  }

  @Test
  void jobsAreCarriedAsTheyWereWrittenAndThenGone() throws Exception {
    write(job("first"), Job.after(Duration.ofSeconds(5), Destinations.MAIL, "second ü"));
    assertThat(new OutboxRelay(database, carried::addAll).carrySome()).isFalse();

    assertThat(bodies()).containsExactly("first", "second ü");
    assertThat(carried)
        .extracting(OutboxTable.Row::queue)
        .containsExactly(Destinations.PUSH, Destinations.MAIL);
    assertThat(carried).extracting(OutboxTable.Row::due).containsExactly(NOW, NOW.plusSeconds(5));
    assertThat(waiting()).isZero();
  }

  @Test
  void whatTheBrokerDidNotTakeStaysAndIsCarriedLater() throws Exception {
    write(job("first"));
    AtomicBoolean away = new AtomicBoolean(true);
    OutboxRelay relay =
        new OutboxRelay(
            database,
            jobs -> {
              if (away.get()) {
                throw new IllegalStateException("no broker");
              }
              carried.addAll(jobs);
            });
    assertThatThrownBy(relay::carrySome).hasMessage("no broker");
    assertThat(carried).isEmpty();

    away.set(false);
    relay.carrySome();
    assertThat(bodies()).containsExactly("first");
  }

  @Test
  void whatATransactionTakesBackWasNeverThere() throws Exception {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      OutboxTable.insert(connection, List.of(job("taken back")), NOW);
      connection.rollback();
    }
    new OutboxRelay(database, carried::addAll).carrySome();
    assertThat(carried).isEmpty();
  }

  @Test
  void twoInstancesShareTheWorkAndNeitherWaits() throws Exception {
    write(
        IntStream.range(0, Limits.OUTBOX_BATCH + 3).mapToObj(i -> job("" + i)).toArray(Job[]::new));
    List<OutboxTable.Row> meanwhile = new ArrayList<>();
    OutboxRelay other = new OutboxRelay(database, meanwhile::addAll);
    OutboxRelay relay =
        new OutboxRelay(
            database,
            jobs -> {
              carried.addAll(jobs);
              assertThat(other.carrySome()).isFalse();
            });
    assertThat(relay.carrySome()).isTrue();
    assertThat(carried).hasSize(Limits.OUTBOX_BATCH);

    assertThat(meanwhile).hasSize(3).doesNotContainAnyElementsOf(carried);
    assertThat(waiting()).isZero();
  }

  @Test
  void aJobWithAnOrderWaitsForTheOneBeforeIt() throws Exception {
    write(ordered("a1", "a"), ordered("a2", "a"), ordered("b1", "b"), job("free"));
    List<OutboxTable.Row> meanwhile = new ArrayList<>();
    OutboxRelay other = new OutboxRelay(database, meanwhile::addAll);
    OutboxRelay relay =
        new OutboxRelay(
            database,
            jobs -> {
              carried.addAll(jobs);
              other.carrySome();
              assertThat(meanwhile).isEmpty();
            });
    relay.carrySome();
    assertThat(bodies()).containsExactly("a1", "b1", "free");

    other.carrySome();
    assertThat(meanwhile).extracting(OutboxTable.Row::body).containsExactly("a2");
  }

  @Test
  void aQueueOfANewerVersionWaitsForIt() throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO outbox (queue, body, due) VALUES ('parley.tomorrow', 'x', now())");
    }
    write(job("of today"));
    new OutboxRelay(database, carried::addAll).carrySome();
    assertThat(bodies()).containsExactly("of today");
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void aRelayThatWasClosedBetweenItsBatchesKeepsNothingOpen() throws Exception {
    List<Connection> opened = new ArrayList<>();
    OutboxRelay relay = new OutboxRelay(remembering(opened), carried::addAll);
    write(job("one"));
    relay.carrySome();
    relay.carrySome();
    assertThat(opened).singleElement().satisfies(one -> assertThat(one.isClosed()).isFalse());
    relay.close();
    assertThat(opened).singleElement().satisfies(one -> assertThat(one.isClosed()).isTrue());
  }

  @Test
  void aRelayThatIsClosedWithinABatchEndsItAndKeepsNothingOpen() throws Exception {
    List<Connection> opened = new ArrayList<>();
    List<OutboxRelay> itself = new ArrayList<>();
    OutboxRelay relay =
        new OutboxRelay(
            remembering(opened),
            jobs -> {
              carried.addAll(jobs);
              itself.forEach(OutboxRelay::close);
            });
    itself.add(relay);
    write(job("one"));
    relay.carrySome();
    assertThat(waiting()).isZero();
    assertThat(opened).singleElement().satisfies(one -> assertThat(one.isClosed()).isTrue());
  }

  private DataSource remembering(List<Connection> opened) {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              Connection connection = database.getConnection();
              opened.add(connection);
              return connection;
            });
  }

  @Test
  void onlyQueuesTakeJobs() {
    assertThatThrownBy(() -> Job.now(Destinations.FANOUT, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Job.now(Destinations.PUSH, "x".repeat(Limits.JOB_CHARACTERS + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Job.after(Duration.ofSeconds(-1), Destinations.PUSH, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
