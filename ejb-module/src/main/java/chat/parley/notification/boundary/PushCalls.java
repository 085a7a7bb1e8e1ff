package chat.parley.notification.boundary;

import chat.parley.notification.NotificationLog;
import chat.parley.notification.control.PushCenter;
import chat.parley.notification.control.PushJob;
import chat.parley.notification.control.SubscriptionTable;
import chat.parley.notification.control.WebPush;
import chat.parley.platform.Limits;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Calls devices, one at a time, and does what the answer asks for. Outside transactions. */
@ApplicationScoped
public class PushCalls {

  @Inject private PushCenter center;
  @Inject private SubscriptionTable subscriptions;
  @EJB private Notifications notifications;
  @Inject private Clock clock;

  /**
   * Calls a device, unless its owner has read the message meanwhile, or wants to hear nothing now.
   *
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  void call(PushJob.Call call) throws InterruptedException {
    Optional<WebPush> push = center.push();
    SubscriptionTable.Target target =
        subscriptions.target(call.device(), call.conversation()).orElse(null);
    Instant now = clock.instant();
    if (push.isEmpty()
        || target == null
        || target.read() >= call.seq()
        || target.wish().isSilent(now)) {
      return;
    }
    if (target.since().isBefore(now.minus(Limits.PUSH_SUBSCRIPTION))) {
      forget(call, target);
      return;
    }
    URI endpoint = target.subscription().endpoint();
    Duration rest = center.resting().rest(endpoint);
    if (!rest.isZero()) {
      notifications.later(call, rest);
      return;
    }
    WebPush.Outcome outcome =
        push.get().call(call.device(), target.subscription(), call.conversation());
    String host = String.valueOf(endpoint.getHost());
    if (outcome.status() > 0 && outcome.result() != WebPush.Result.AWAY) {
      center.resting().isBack(endpoint);
    }
    switch (outcome.result()) {
      case TAKEN -> {
        // The device is the push service's business now.
      }
      case GONE -> forget(call, target);
      case FORBIDDEN -> {
        NotificationLog.LOG.privateAddress(host);
        forget(call, target);
      }
      case REFUSED -> {
        NotificationLog.LOG.refused(host, outcome.status());
        forget(call, target);
      }
      case AWAY -> {
        center.resting().isAway(endpoint);
        again(call, outcome.retryAfter());
      }
      case LATER -> again(call, outcome.retryAfter());
    }
  }

  /** Twice as long each time, and at least as long as the service asked for. */
  private void again(PushJob.Call call, Duration asked) {
    if (call.attempt() >= Limits.PUSH_ATTEMPTS) {
      return;
    }
    Duration delay = Limits.PUSH_FIRST_RETRY.multipliedBy(1L << (call.attempt() - 1));
    Duration longest = Limits.PUSH_LAST_RETRY;
    Duration wanted = asked.compareTo(delay) > 0 ? asked : delay;
    notifications.later(call.again(), wanted.compareTo(longest) > 0 ? longest : wanted);
  }

  private void forget(PushJob.Call call, SubscriptionTable.Target target) {
    subscriptions.removeGone(call.device(), target.subscription());
  }
}
