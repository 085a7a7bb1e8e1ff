package chat.parley.notification.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;
import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.identity.SessionsRevoked;
import chat.parley.notification.PushSubscription;
import chat.parley.notification.control.PushCenter;
import chat.parley.notification.control.PushJobs;
import chat.parley.notification.control.SubscriptionTable;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Where devices are reached when nobody is there. */
@Stateless
public class PushSubscriptions {

  @Inject private PushCenter center;
  @Inject private SubscriptionTable subscriptions;
  @Inject private PushJobs jobs;
  @Inject private Clock clock;

  /** The public key that browsers subscribe with, base64url; empty when push is off. */
  @TransactionAttribute(SUPPORTS)
  public Optional<String> publicKey() {
    return center.publicKey();
  }

  /**
   * The device is reached there from now on. Of an account with more than {@link
   * Limits#PUSH_SUBSCRIPTIONS} devices that are reached the oldest is forgotten.
   *
   * @throws chat.parley.platform.InvalidInput when the address is one that must not be called
   * @throws NotFound when push is off
   */
  @TransactionAttribute(REQUIRED)
  public void put(AccountId account, DeviceId device, PushSubscription subscription) {
    if (center.publicKey().isEmpty()) {
      throw new NotFound();
    }
    center.require(subscription);
    subscriptions.save(account, device, subscription, clock.instant(), Limits.PUSH_SUBSCRIPTIONS);
    jobs.reachableChanged();
  }

  /** The device is called no more. */
  @TransactionAttribute(REQUIRED)
  public void remove(DeviceId device) {
    subscriptions.remove(device);
  }

  /** Whoever signs out is called there no more. */
  @TransactionAttribute(REQUIRED)
  public void removeSignedOut(SessionsRevoked fact) {
    subscriptions.removeSignedOut(fact.account());
  }
}
