package chat.parley.quota.boundary;

import chat.parley.platform.TooManyRequests;
import chat.parley.quota.Quota;
import chat.parley.quota.control.Buckets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Counts what people do, over all instances. What is counted stays counted, whatever becomes of the
 * caller's transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Quotas {

  @Inject private Buckets buckets;

  /**
   * Counts a request.
   *
   * @throws TooManyRequests when there were too many; this one does not count then
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public void take(Quota quota, String key) {
    refuse(quota, buckets.take(quota, key));
  }

  /**
   * Counts so many at once, or none of them.
   *
   * @param count at most as many as the quota has at once
   * @throws TooManyRequests when there were too many; these do not count then
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public void take(Quota quota, String key, int count) {
    refuse(quota, buckets.take(quota, key, count));
  }

  /**
   * Looks whether a request would be let in, and counts none.
   *
   * @throws TooManyRequests when there were too many
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public void require(Quota quota, String key) {
    refuse(quota, buckets.until(quota, key));
  }

  /**
   * Forgets what was counted.
   *
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public void forget(Quota quota, String key) {
    buckets.refill(quota, key);
  }

  /**
   * Removes what is full again.
   *
   * @return whether there may be more
   */
  public boolean sweep() {
    return buckets.sweep();
  }

  private static void refuse(Quota quota, Duration wait) {
    if (!wait.isZero()) {
      throw new TooManyRequests(quota.detail(), wait.plusMillis(1));
    }
  }
}
