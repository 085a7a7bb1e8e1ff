package chat.parley.profile.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.RateLimit;
import chat.parley.platform.TooManyRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How much one account is shown of others: enough to look, too little to collect. At once on this
 * instance, and on a day in UTC over all instances.
 */
public final class DiscoveryLimits {

  private final RateLimit pages =
      new RateLimit(
          Limits.DISCOVERIES, Limits.DOOR_WINDOW, "Too many searches at once. Wait a moment.");
  private final RateLimit lookUps =
      new RateLimit(
          Limits.LOOK_UPS, Limits.DOOR_WINDOW, "Too many people looked up at once. Wait a moment.");
  private final RateLimit joins =
      new RateLimit(
          Limits.LISTED_JOINS, Limits.DOOR_WINDOW, "Too many groups at once. Wait a moment.");

  private final LookTable table;
  private final Clock clock;

  /** Counts the day in this table. */
  public DiscoveryLimits(LookTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * The account looks somebody up by exactly what he is called.
   *
   * @throws TooManyRequests when it were too many
   */
  public void lookUp(AccountId viewer) {
    lookUps.take(viewer.toString());
    count(
        viewer,
        LookTable.What.LOOK_UP,
        Limits.LOOK_UPS_OF_A_DAY,
        "You have looked up very many people today. Come back tomorrow.");
  }

  /**
   * The account looks at a page of people or groups, or at one of them.
   *
   * @throws TooManyRequests when it were too many
   */
  public void look(AccountId viewer) {
    pages.take(viewer.toString());
    count(
        viewer,
        LookTable.What.PAGE,
        Limits.DISCOVERIES_OF_A_DAY,
        "You have looked at very much today. Come back tomorrow.");
  }

  /**
   * The account steps into a group that it has found, or asks to.
   *
   * @throws TooManyRequests when it were too many
   */
  public void join(AccountId viewer) {
    joins.take(viewer.toString());
    count(
        viewer,
        LookTable.What.JOIN,
        Limits.LISTED_JOINS_OF_A_DAY,
        "You have joined very many groups today. Come back tomorrow.");
  }

  private void count(AccountId viewer, LookTable.What what, int most, String detail) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (table.count(viewer, what, today) > most) {
      Instant tomorrow = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      throw new TooManyRequests(detail, Duration.between(now, tomorrow));
    }
  }
}
