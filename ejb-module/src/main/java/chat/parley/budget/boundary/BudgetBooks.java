package chat.parley.budget.boundary;

import chat.parley.budget.Budget;
import chat.parley.budget.control.Meters;
import chat.parley.budget.control.Standing;
import chat.parley.platform.AccountId;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes down what the meters have counted, each time in a transaction of its own. */
@ApplicationScoped
public class BudgetBooks implements Meters.Books {

  @EJB private BudgetSteps steps;

  @Override
  public Standing add(Budget budget, long amount) {
    return steps.add(budget, amount);
  }

  @Override
  public Standing add(Budget budget, AccountId account, long amount) {
    return steps.add(budget, account, amount);
  }
}
