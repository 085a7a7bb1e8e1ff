package chat.parley.budget.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is counted of one person, as data of his; in the caller's transaction. */
@ApplicationScoped
public class OwnUse {

  private static final String USED =
      "SELECT budget, month::text AS month, used FROM budget_use_own WHERE account = ?"
          + " UNION ALL SELECT 'storage', NULL, sum(bytes)::bigint FROM"
          + " (SELECT bytes FROM budget_stored WHERE account = ?"
          + " UNION ALL SELECT bytes FROM budget_storing WHERE account = ?) AS s"
          + " HAVING sum(bytes) > 0 ORDER BY budget, month";

  // What is stored of him still counts in the sum of all.
  private static final String FORGET =
      "WITH u AS (DELETE FROM budget_use_own WHERE account = ?),"
          + " s AS (DELETE FROM budget_stored WHERE account = ?)"
          + " UPDATE budget_storing SET account = NULL WHERE account = ?";

  @Inject private AccountRows rows;

  /** What he uses: calls of nodes and mails of this month, and bytes that are stored now. */
  public List<Map<String, @Nullable Object>> of(AccountId account) {
    return rows.read(account, database -> database.prepareStatement(USED));
  }

  /** Forgets whom it was counted for. */
  public void forget(AccountId account) {
    rows.change(account, database -> database.prepareStatement(FORGET));
  }
}
