package chat.parley.quota.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.Unavailable;
import chat.parley.quota.Quota;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What one instance has counted, every other one knows. */
class BucketsTest {

  private static final Quota THREE_AN_HOUR = quota("three", 3, Duration.ofHours(1));
  private static final Quota OTHER = quota("other", 3, Duration.ofHours(1));
  private static final String ADA = "192.0.2.7";
  private static final String BOB = "192.0.2.8";

  private final TestQuotas quotas = TestQuotas.fresh();
  private final Buckets one = quotas.buckets();
  private final Buckets two = quotas.buckets();

  private static Quota quota(String name, int burst, Duration within) {
    return new Quota(name, burst, within, "Too many.");
  }

  private int rows() throws SQLException {
    return number("SELECT count(*) FROM quota_bucket");
  }

  private int number(String sql) throws SQLException {
    try (Connection connection = quotas.database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void twoInstancesCountTogetherAndEachKeyForItself() {
    assertThat(one.take(THREE_AN_HOUR, ADA)).isZero();
    assertThat(two.take(THREE_AN_HOUR, ADA)).isZero();
    assertThat(one.take(THREE_AN_HOUR, ADA)).isZero();
    Duration wait = two.take(THREE_AN_HOUR, ADA);
    assertThat(wait).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
    assertThat(one.take(THREE_AN_HOUR, ADA)).isPositive();
    assertThat(one.take(THREE_AN_HOUR, BOB)).isZero();
    assertThat(one.take(OTHER, ADA)).isZero();
  }

  @Test
  void ofManyAtOnceExactlySoManyAreLetIn() throws Exception {
    Quota ten = quota("ten", 10, Duration.ofHours(1));
    ExecutorService crowd = Executors.newFixedThreadPool(16);
    try {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Buckets instance = i % 2 == 0 ? one : two;
        answers.add(crowd.submit(() -> instance.take(ten, ADA).isZero()));
      }
      int in = 0;
      for (Future<Boolean> answer : answers) {
        in += answer.get() ? 1 : 0;
      }
      assertThat(in).isEqualTo(10);
    } finally {
      crowd.shutdownNow();
    }
  }

  @Test
  void lookingCountsNothingAndKeepsNothing() throws SQLException {
    for (int i = 0; i < 10; i++) {
      assertThat(one.until(THREE_AN_HOUR, ADA)).isZero();
    }
    assertThat(rows()).isZero();
    for (int i = 0; i < 3; i++) {
      one.take(THREE_AN_HOUR, ADA);
    }
    assertThat(two.until(THREE_AN_HOUR, ADA)).isPositive();
  }

  @Test
  void whatIsForgottenBeginsAnew() throws SQLException {
    for (int i = 0; i < 4; i++) {
      one.take(THREE_AN_HOUR, ADA);
    }
    one.refill(THREE_AN_HOUR, ADA);
    assertThat(rows()).isZero();
    assertThat(one.take(THREE_AN_HOUR, ADA)).isZero();
    assertThat(two.take(THREE_AN_HOUR, ADA)).isZero();
  }

  @Test
  void whoWaitedIsLetInAgain() {
    Quota quick = quota("quick", 1, Duration.ofMillis(200));
    assertThat(one.take(quick, ADA)).isZero();
    assertThat(one.take(quick, ADA)).isPositive();
    Awaitility.await().until(() -> one.take(quick, ADA).isZero());
  }

  @Test
  void aFloodOfRefusalsDoesNotReachTheDatabase() throws SQLException {
    for (int i = 0; i < 4; i++) {
      one.take(THREE_AN_HOUR, ADA);
    }
    try (Connection connection = quotas.database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE quota_bucket RENAME TO away");
    }
    for (int i = 0; i < 100; i++) {
      assertThat(one.take(THREE_AN_HOUR, ADA)).isPositive();
      assertThat(one.until(THREE_AN_HOUR, ADA)).isPositive();
    }
    assertThatThrownBy(() -> one.take(THREE_AN_HOUR, BOB)).isInstanceOf(Unavailable.class);
  }

  @Test
  void whatIsFullAgainIsRemovedAndNothingElse() throws SQLException {
    Quota quick = quota("quick", 1, Duration.ofMillis(50));
    one.take(quick, ADA);
    one.take(THREE_AN_HOUR, ADA);
    assertThat(rows()).isEqualTo(2);
    Awaitility.await()
        .until(
            () -> {
              assertThat(two.sweep()).isFalse();
              return rows() == 1;
            });
    assertThat(two.take(THREE_AN_HOUR, ADA)).isZero();
    assertThat(two.take(THREE_AN_HOUR, ADA)).isZero();
    assertThat(two.take(THREE_AN_HOUR, ADA)).isPositive();
  }

  @Test
  void theTableShowsNoAddress() throws SQLException {
    one.take(THREE_AN_HOUR, ADA);
    String ada = "encode(convert_to('" + ADA + "', 'UTF8'), 'hex')";
    assertThat(
            number(
                "SELECT count(*) FROM quota_bucket WHERE encode(id, 'hex') LIKE '%' || "
                    + ada
                    + " || '%' OR encode(state, 'hex') LIKE '%' || "
                    + ada
                    + " || '%'"))
        .isZero();
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void withoutTheDatabaseNothingIsLetIn() {
    PGSimpleDataSource nobody = new PGSimpleDataSource();
    nobody.setPortNumbers(new int[] {1});
    Buckets lost = TestQuotas.over(nobody);
    assertThatThrownBy(() -> lost.take(THREE_AN_HOUR, ADA)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> lost.until(THREE_AN_HOUR, ADA)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> lost.refill(THREE_AN_HOUR, ADA)).isInstanceOf(Unavailable.class);
  }
}
