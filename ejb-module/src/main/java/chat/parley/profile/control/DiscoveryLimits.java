package chat.parley.profile.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.RateLimit;

/** How many people one account is shown, on this instance: enough to look, too few to collect. */
public final class DiscoveryLimits {

  private final RateLimit atOnce =
      new RateLimit(
          Limits.DISCOVERIES, Limits.DOOR_WINDOW, "Too many searches at once. Wait a moment.");
  private final RateLimit ofTheDay =
      new RateLimit(
          Limits.DISCOVERIES_OF_A_DAY,
          Limits.DISCOVERY_DAY,
          "You have looked at very many people today. Wait a while.");

  private final RateLimit lookUps =
      new RateLimit(
          Limits.LOOK_UPS, Limits.DOOR_WINDOW, "Too many people looked up at once. Wait a moment.");

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
    ofTheDay.take(viewer.toString());
  }
}
