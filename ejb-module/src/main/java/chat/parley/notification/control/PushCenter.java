package chat.parley.notification.control;

import chat.parley.notification.PushSubscription;
import java.util.Optional;

/** Web push of this installation: off without a key of its own. */
public final class PushCenter {

  private final Optional<WebPush> push;
  private final PushServices services;
  private final RestingServices resting;

  PushCenter(Optional<WebPush> push, PushServices services, RestingServices resting) {
    this.push = push;
    this.services = services;
    this.resting = resting;
  }

  /** Calls devices; empty when push is off. */
  public Optional<WebPush> push() {
    return push;
  }

  /** The public key that browsers subscribe with; empty when push is off. */
  public Optional<String> publicKey() {
    return push.map(WebPush::publicKey);
  }

  /** The services that do not answer now. */
  public RestingServices resting() {
    return resting;
  }

  /**
   * Refuses the address of what cannot be a push service.
   *
   * @throws chat.parley.platform.InvalidInput says why
   */
  public void require(PushSubscription subscription) {
    services.require(subscription.endpoint());
  }
}
