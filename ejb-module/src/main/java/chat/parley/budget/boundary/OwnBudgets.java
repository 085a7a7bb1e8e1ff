package chat.parley.budget.boundary;

import chat.parley.budget.control.OwnUse;
import chat.parley.platform.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is counted of one person, as data of his; in the caller's transaction. */
@ApplicationScoped
public class OwnBudgets {

  @Inject private OwnUse use;

  /** What he uses: calls of nodes and mails of this month, and bytes that are stored now. */
  public List<Map<String, @Nullable Object>> of(AccountId account) {
    return use.of(account);
  }

  /** Forgets whom it was counted for. */
  public void forget(AccountId account) {
    use.forget(account);
  }
}
