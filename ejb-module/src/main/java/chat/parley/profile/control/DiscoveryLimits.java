package chat.parley.profile.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.RateLimit;
import chat.parley.quota.Quota;
import java.util.function.BiConsumer;

/**
 * How many people one account is shown: at once, on this instance, and in a day, over all
 * instances. Enough to look, too few to collect.
 */
public final class DiscoveryLimits {

  private static final Quota OF_THE_DAY =
      new Quota(
          "discovery",
          Limits.DISCOVERIES_OF_A_DAY,
          Limits.DISCOVERY_DAY,
          "You have looked at very many people today. Wait a while.");

  private final RateLimit atOnce =
      new RateLimit(
          Limits.DISCOVERIES, Limits.DOOR_WINDOW, "Too many searches at once. Wait a moment.");
  private final RateLimit lookUps =
      new RateLimit(
          Limits.LOOK_UPS, Limits.DOOR_WINDOW, "Too many people looked up at once. Wait a moment.");

  private final BiConsumer<Quota, String> take;

  /**
   * The limits.
   *
   * @param take counts a request of a key, over all instances, or refuses it
   */
  public DiscoveryLimits(BiConsumer<Quota, String> take) {
    this.take = take;
  }

  /**
   * The account looks somebody up by exactly what he is called.
   *
   * @throws chat.parley.platform.TooManyRequests when it were too many at once
   */
  public void lookUp(AccountId viewer) {
    lookUps.take(viewer.toString());
  }

  /**
   * The account looks at a page of people, or at one.
   *
   * @throws chat.parley.platform.TooManyRequests when it were too many
   */
  public void look(AccountId viewer) {
    atOnce.take(viewer.toString());
    take.accept(OF_THE_DAY, viewer.toString());
  }
}
