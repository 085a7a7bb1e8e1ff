package chat.parley.moderation.control;

import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Reports, as data of who made them and of whom they tell. */
@ApplicationScoped
public class ModerationData implements PersonalData {

  private static final String REPORTS =
      "SELECT r.id, r.reported AS person, lower(r.reason) AS reason, r.reported_at"
          + " FROM moderation_report r WHERE r.reporter = ? ORDER BY r.reported_at";

  private static final String FORGET =
      "WITH m AS (UPDATE moderation_report SET reporter = NULL WHERE reporter = ?)"
          + " DELETE FROM moderation_report WHERE reported = ?";

  @Inject private AccountRows rows;

  @Override
  public String feature() {
    return "moderation";
  }

  @Override
  public Set<String> tables() {
    return Set.of("moderation_report");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    files.list(
        "reports",
        "Whom you have reported to the moderators, and why.",
        rows.read(account, database -> database.prepareStatement(REPORTS)));
  }

  @Override
  public boolean erase(AccountId account) {
    rows.change(account, database -> database.prepareStatement(FORGET));
    return false;
  }
}
