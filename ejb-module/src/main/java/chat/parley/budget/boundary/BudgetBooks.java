package chat.parley.budget.boundary;

import chat.parley.budget.Budget;
import chat.parley.budget.control.BudgetTable;
import chat.parley.budget.control.Meters;
import chat.parley.budget.control.Standing;
import chat.parley.platform.AccountId;
import chat.parley.platform.Unpooled;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes down what the meters have counted, each time in a transaction of its own. */
@ApplicationScoped
public class BudgetBooks implements Meters.Books {

  @EJB private BudgetSteps steps;
  @Inject @Unpooled private BudgetTable beyondPool;

  private volatile boolean isClosed;

  /** The server takes its pool of connections away before it stops the application. */
  void close() {
    isClosed = true;
  }

  @Override
  public Standing add(Budget budget, long amount) {
    return isClosed ? beyondPool.add(budget, amount) : steps.add(budget, amount);
  }

  @Override
  public Standing add(Budget budget, AccountId account, long amount) {
    return isClosed ? beyondPool.add(budget, account, amount) : steps.add(budget, account, amount);
  }
}
