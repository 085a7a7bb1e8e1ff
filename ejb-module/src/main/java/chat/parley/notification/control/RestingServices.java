package chat.parley.notification.control;

import chat.parley.notification.NotificationLog;
import chat.parley.platform.Limits;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The push services that do not answer now, as far as this instance knows. Their calls are put off
 * without trying, so that calls of others never wait behind them.
 */
public final class RestingServices {

  private final Map<String, Instant> until = new ConcurrentHashMap<>();
  private final Clock clock;

  RestingServices(Clock clock) {
    this.clock = clock;
  }

  /** How long calls of this service are to be put off; zero when it may be tried. */
  public Duration rest(URI endpoint) {
    Instant end = until.get(PushServices.origin(endpoint));
    Instant now = clock.instant();
    return end == null || !now.isBefore(end) ? Duration.ZERO : Duration.between(now, end);
  }

  /** The service did not answer. */
  public void isAway(URI endpoint) {
    Instant end = clock.instant().plus(Limits.PUSH_SERVICE_RESTS);
    // Names are what strangers chose: only so many are kept in mind.
    if (until.size() < Limits.PUSH_SERVICES_IN_MIND
        && until.put(PushServices.origin(endpoint), end) == null) {
      NotificationLog.LOG.serviceAway(String.valueOf(endpoint.getHost()));
    }
  }

  /** The service answered. */
  public void isBack(URI endpoint) {
    if (!until.isEmpty() && until.remove(PushServices.origin(endpoint)) != null) {
      NotificationLog.LOG.serviceBack(String.valueOf(endpoint.getHost()));
    }
  }
}
