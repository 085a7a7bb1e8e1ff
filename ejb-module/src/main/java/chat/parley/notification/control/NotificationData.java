package chat.parley.notification.control;

import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Which devices are called, and about what, as data of their owner. */
@ApplicationScoped
public class NotificationData implements PersonalData {

  // The keys are the device's: with them somebody else could write to it.
  private static final String SUBSCRIPTIONS =
      "SELECT device, since, substring(endpoint FROM '^https://[^/]*') AS push_service"
          + " FROM push_subscription WHERE account = ? ORDER BY since";

  private static final String SETTINGS =
      "SELECT conversation, lower(level) AS level, muted_until FROM notification_setting"
          + " WHERE account = ? ORDER BY conversation";

  private static final String FORGET =
      "WITH p AS (DELETE FROM push_subscription WHERE account = ?),"
          + " c AS (DELETE FROM notification_call WHERE account = ?)"
          + " DELETE FROM notification_setting WHERE account = ?";

  @Inject private AccountRows rows;

  @Override
  public String feature() {
    return "notification";
  }

  @Override
  public Set<String> tables() {
    return Set.of("push_subscription", "notification_setting", "notification_call");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    files.list(
        "push-subscriptions",
        "The devices that are called when you are away, and by which push service.",
        rows.read(account, database -> database.prepareStatement(SUBSCRIPTIONS)));
    files.list(
        "notification-settings",
        "About which conversations you want to be told.",
        rows.read(account, database -> database.prepareStatement(SETTINGS)));
  }

  @Override
  public boolean erase(AccountId account) {
    rows.change(account, database -> database.prepareStatement(FORGET));
    return false;
  }
}
