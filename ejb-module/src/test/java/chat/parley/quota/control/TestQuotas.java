package chat.parley.quota.control;

import chat.parley.platform.Secrets;
import chat.parley.platform.TestDatabase;
import chat.parley.platform.TooManyRequests;
import chat.parley.quota.Quota;
import java.time.Duration;
import javax.sql.DataSource;

/** Quotas that count in a real database, on any number of instances. */
public final class TestQuotas {

  private final DataSource database;

  private TestQuotas(DataSource database) {
    this.database = database;
  }

  /** Nothing was counted yet. */
  public static TestQuotas fresh() {
    return new TestQuotas(TestDatabase.fresh());
  }

  DataSource database() {
    return database;
  }

  Buckets buckets() {
    return over(database);
  }

  static Buckets over(DataSource database) {
    return new Buckets(
        database, (purpose, text) -> Secrets.hash(purpose + " " + text), System::nanoTime);
  }

  /** How one instance counts. */
  public Counter onAnInstance() {
    return new Counter(buckets());
  }

  /** One instance. */
  public record Counter(Buckets buckets) {

    /** As {@code Quotas.take}. */
    public void take(Quota quota, String key) {
      Duration wait = buckets.take(quota, key);
      if (!wait.isZero()) {
        throw new TooManyRequests(quota.detail(), wait);
      }
    }
  }
}
