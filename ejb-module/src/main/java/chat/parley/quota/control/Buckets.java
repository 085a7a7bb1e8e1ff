package chat.parley.quota.control;

import chat.parley.platform.Unavailable;
import chat.parley.quota.Quota;
import chat.parley.sealing.BlindIndex;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The buckets of all instances, in one table of the database. A row says neither whose it is nor
 * what it counts. Whoever was refused is remembered here until he may come again, so that a flood
 * of refusals does not reach the database.
 *
 * <p>Each call takes a connection of its own and commits on it: no transaction may be in progress.
 */
public class Buckets {

  private static final int REMEMBERED = 100_000;
  private static final int SWEPT_AT_ONCE = 1_000;

  private static final String EXISTS = "SELECT 1 FROM quota_bucket WHERE id = ?";

  private final PostgreSQLSelectForUpdateBasedProxyManager<Key> table;
  private final DataSource pooled;
  private final BlindIndex index;
  private final LongSupplier ticks;

  /** A row of the table; equal to itself, as arrays are not. */
  private record Key(String hex) {

    byte[] bytes() {
      return HexFormat.of().parseHex(hex);
    }
  }

  /** When a bucket that was empty has a token again, in ticks. */
  private final Cache<Key, Long> refused = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /**
   * The buckets.
   *
   * @param pooled gives connections that belong to no transaction
   * @param index hides the keys: network addresses are personal data
   * @param ticks nanoseconds that only go forward
   */
  public Buckets(DataSource pooled, BlindIndex index, LongSupplier ticks) {
    this.pooled = pooled;
    this.index = index;
    this.ticks = ticks;
    this.table =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pooled)
            .<Key>primaryKeyMapper(
                (statement, position, key) -> statement.setBytes(position, key.bytes()))
            .table("quota_bucket")
            .idColumn("id")
            .stateColumn("state")
            .expiresAtColumn("expires_at")
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ZERO))
            .build();
  }

  /**
   * Takes a token.
   *
   * @return zero, or after which time there will be one
   * @throws Unavailable when the database does not answer
   */
  public Duration take(Quota quota, String key) {
    Key id = id(quota, key);
    Duration rest = rest(id);
    if (!rest.isZero()) {
      return rest;
    }
    ConsumptionProbe probe = ask(quota, id, bucket -> bucket.tryConsumeAndReturnRemaining(1));
    return probe.isConsumed() ? Duration.ZERO : remember(id, probe.getNanosToWaitForRefill());
  }

  /**
   * Takes so many tokens, or none: fewer may be there for somebody who wants less.
   *
   * @return zero, or after which time there will be so many
   * @throws Unavailable when the database does not answer
   */
  public Duration take(Quota quota, String key, int count) {
    ConsumptionProbe probe =
        ask(quota, id(quota, key), bucket -> bucket.tryConsumeAndReturnRemaining(count));
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  /**
   * After which time there is a token; none is taken.
   *
   * @throws Unavailable when the database does not answer
   */
  public Duration until(Quota quota, String key) {
    Key id = id(quota, key);
    Duration rest = rest(id);
    if (!rest.isZero()) {
      return rest;
    }
    if (isUnused(id)) {
      return Duration.ZERO;
    }
    long wait =
        ask(quota, id, bucket -> bucket.estimateAbilityToConsume(1)).getNanosToWaitForRefill();
    return wait == 0 ? Duration.ZERO : remember(id, wait);
  }

  /**
   * Fills a bucket up, which is what one is that is not there.
   *
   * @throws Unavailable when the database does not answer
   */
  public void refill(Quota quota, String key) {
    Key id = id(quota, key);
    refused.invalidate(id);
    answer(
        () -> {
          table.removeProxy(id);
          return id;
        });
  }

  /**
   * Removes buckets that are full again.
   *
   * @return whether there may be more
   */
  public boolean sweep() {
    return table.removeExpired(SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }

  private Duration rest(Key id) {
    Long until = refused.getIfPresent(id);
    if (until == null) {
      return Duration.ZERO;
    }
    long rest = until - ticks.getAsLong();
    if (rest > 0) {
      return Duration.ofNanos(rest);
    }
    refused.invalidate(id);
    return Duration.ZERO;
  }

  private Duration remember(Key id, long nanos) {
    refused.put(id, ticks.getAsLong() + nanos);
    return Duration.ofNanos(nanos);
  }

  /** Of whom nothing was counted yet: asking the library would make a row. */
  private boolean isUnused(Key id) {
    try (Connection connection = pooled.getConnection();
        PreparedStatement look = connection.prepareStatement(EXISTS)) {
      look.setBytes(1, id.bytes());
      try (ResultSet row = look.executeQuery()) {
        return !row.next();
      }
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private <T> T ask(Quota quota, Key id, Function<BucketProxy, T> question) {
    return answer(() -> question.apply(table.getProxy(id, () -> configuration(quota))));
  }

  private static <T> T answer(Supplier<T> question) {
    try {
      return question.get();
    } catch (BucketExecutionException e) {
      throw unavailable(e);
    }
  }

  private static Unavailable unavailable(Exception cause) {
    Unavailable unavailable = new Unavailable("It cannot be counted now.");
    unavailable.initCause(cause);
    return unavailable;
  }

  private static BucketConfiguration configuration(Quota quota) {
    return BucketConfiguration.builder()
        .addLimit(
            limit -> limit.capacity(quota.burst()).refillGreedy(quota.burst(), quota.within()))
        .build();
  }

  /** Of other numbers another bucket: the table keeps with each the limits it was made with. */
  private Key id(Quota quota, String key) {
    String purpose = "quota " + quota.name() + " " + quota.burst() + "/" + quota.within();
    return new Key(HexFormat.of().formatHex(index.of(purpose, key)));
  }
}
