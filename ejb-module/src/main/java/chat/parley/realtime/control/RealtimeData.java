package chat.parley.realtime.control;

import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** When somebody was last there, as data of his own. */
@ApplicationScoped
public class RealtimeData implements PersonalData {

  private static final String LAST_SEEN = "SELECT at FROM account_last_seen WHERE account = ?";
  private static final String FORGET = "DELETE FROM account_last_seen WHERE account = ?";

  @Inject private AccountRows rows;

  @Override
  public String feature() {
    return "realtime";
  }

  @Override
  public Set<String> tables() {
    return Set.of("account_last_seen");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    files.list(
        "last-seen",
        "When you were last there.",
        rows.read(account, database -> database.prepareStatement(LAST_SEEN)));
  }

  @Override
  public boolean erase(AccountId account) {
    rows.change(account, database -> database.prepareStatement(FORGET));
    return false;
  }
}
