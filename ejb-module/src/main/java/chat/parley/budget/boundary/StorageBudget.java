package chat.parley.budget.boundary;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import chat.parley.budget.Budget;
import chat.parley.budget.BudgetExhausted;
import chat.parley.budget.OwnBudgetExhausted;
import chat.parley.budget.Spender;
import chat.parley.budget.control.BudgetRules;
import chat.parley.budget.control.BudgetTable;
import chat.parley.budget.control.Standing;
import chat.parley.platform.AccountId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

/** Room for what people upload. What is stored the database counts by itself, row by row. */
@Stateless
@TransactionAttribute(MANDATORY)
public class StorageBudget {

  @Inject private BudgetRules rules;
  @Inject private BudgetTable table;

  /**
   * Makes sure that there is room, and that nobody else takes it until the caller's transaction,
   * which writes the row that takes it, is at its end.
   *
   * @throws BudgetExhausted when the installation has no room for it
   * @throws OwnBudgetExhausted when the person has none
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public void requireRoom(AccountId account, long bytes) {
    if (!rules.isStorageBounded()) {
      return;
    }
    table.holdStorage();
    Spender spender = Spender.asking(account);
    long most = rules.most(Budget.STORAGE, spender);
    if (most != Long.MAX_VALUE) {
      Standing all = table.stored();
      if (bytes > most - all.used()) {
        throw new BudgetExhausted(Budget.STORAGE, all.untilNextMonth());
      }
    }
    long mostOfOne = rules.mostOfOne(Budget.STORAGE, spender);
    if (mostOfOne != Long.MAX_VALUE) {
      Standing own = table.stored(account);
      if (bytes > mostOfOne - own.used()) {
        throw new OwnBudgetExhausted(Budget.STORAGE, own.untilNextMonth());
      }
    }
  }
}
