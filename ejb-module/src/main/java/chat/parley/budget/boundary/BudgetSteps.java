package chat.parley.budget.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import chat.parley.budget.Budget;
import chat.parley.budget.BudgetReached;
import chat.parley.budget.control.BudgetNews;
import chat.parley.budget.control.BudgetTable;
import chat.parley.budget.control.Standing;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.boundary.Outbox;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * The steps of counting that happen as a whole or not at all; each is a transaction of its own, so
 * that what was counted stays counted whatever becomes of the caller's.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class BudgetSteps {

  @Inject private BudgetTable table;
  @EJB private Outbox outbox;
  @Inject private Event<BudgetReached> facts;
  @Inject private Clock clock;

  /** Adds to what the installation has used. */
  public Standing add(Budget budget, long amount) {
    return table.add(budget, amount);
  }

  /** Adds to what one person has used. */
  public Standing add(Budget budget, AccountId account, long amount) {
    return table.add(budget, account, amount);
  }

  /**
   * Notes that a threshold is reached, and tells of it.
   *
   * @return false when an instance has told of it before
   */
  public boolean reach(BudgetReached reached) {
    if (!table.reach(reached)) {
      return false;
    }
    outbox.put(List.of(BudgetNews.event(reached, clock.instant())));
    facts.fire(reached);
    return true;
  }

  /** Sums up changes of what is stored. */
  public void fold() {
    table.fold(Limits.BUDGET_FOLD);
  }

  /** What is stored in all. */
  public Standing stored() {
    return table.stored();
  }

  /** Forgets what people have used in months that are over. */
  public void forget() {
    table.forget();
  }
}
