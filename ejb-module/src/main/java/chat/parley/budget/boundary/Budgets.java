package chat.parley.budget.boundary;

import chat.parley.budget.Budget;
import chat.parley.budget.BudgetExhausted;
import chat.parley.budget.OwnBudgetExhausted;
import chat.parley.budget.Spender;
import chat.parley.budget.control.BudgetRules;
import chat.parley.budget.control.BudgetTable;
import chat.parley.budget.control.Meter;
import chat.parley.budget.control.Meter.Outcome;
import chat.parley.budget.control.Meters;
import chat.parley.budget.control.Standing;
import chat.parley.platform.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * Counts what costs money against the budgets of the installation and of each person.
 *
 * <p>Every method but {@link #inNameOf} throws {@link chat.parley.platform.Unavailable} when the
 * database does not answer: what cannot be counted is not spent.
 */
@ApplicationScoped
public class Budgets {

  /** In whose name this thread asks; whoever asks many layers below need not know him. */
  private static final ThreadLocal<Spender> SPENDER = ThreadLocal.withInitial(() -> Spender.NOBODY);

  @Inject private BudgetRules rules;
  @Inject private Meters meters;
  @Inject private BudgetTable table;

  /** Does something in the name of a spender: what this thread spends meanwhile is his. */
  public <T> T inNameOf(Spender spender, Supplier<T> work) {
    Spender before = SPENDER.get();
    SPENDER.set(spender);
    try {
      return work.get();
    } finally {
      SPENDER.set(before);
    }
  }

  /**
   * Spends in the name that this thread has.
   *
   * @throws BudgetExhausted when the installation has nothing left; nothing is counted
   * @throws OwnBudgetExhausted when the person has nothing left; nothing is counted
   */
  public void spend(Budget budget, long amount) {
    spend(budget, SPENDER.get(), amount);
  }

  /**
   * Spends in the name of a spender. Not in a transaction, since it may take a connection.
   *
   * @throws BudgetExhausted when the installation has nothing left; nothing is counted
   * @throws OwnBudgetExhausted when the person has nothing left; nothing is counted
   */
  public void spend(Budget budget, Spender spender, long amount) {
    AccountId account = spender.account();
    if (account == null || !rules.isCountedByPerson(budget)) {
      spendOfAll(budget, spender, amount);
      return;
    }
    Outcome outcome;
    Meter own;
    do {
      own = meters.of(budget, account);
      outcome =
          own.spend(
              amount, rules.mostOfOne(budget, spender), () -> spendOfAll(budget, spender, amount));
    } while (outcome == Outcome.CLOSED);
    if (outcome == Outcome.REFUSED) {
      throw new OwnBudgetExhausted(budget, own.untilNextMonth());
    }
  }

  private void spendOfAll(Budget budget, Spender spender, long amount) {
    Meter meter = meters.of(budget);
    if (meter.spend(amount, rules.most(budget, spender), () -> {}) == Outcome.REFUSED) {
      throw new BudgetExhausted(budget, meter.untilNextMonth());
    }
  }

  /**
   * Counts what was done, whatever is left. Not in a transaction, since it may take a connection.
   */
  public void count(Budget budget, Spender spender, long amount) {
    meters.of(budget).spend(amount, Long.MAX_VALUE, () -> {});
    AccountId account = spender.account();
    if (account != null && rules.isCountedByPerson(budget)) {
      while (meters.of(budget, account).spend(amount, Long.MAX_VALUE, () -> {}) == Outcome.CLOSED) {
        Thread.onSpinWait();
      }
    }
  }

  /**
   * Makes sure that something is left, as far as all instances have written down; spends nothing.
   * In the caller's transaction, if there is one.
   *
   * @throws BudgetExhausted when the installation has nothing left
   * @throws OwnBudgetExhausted when the person has nothing left
   */
  public void require(Budget budget, Spender spender) {
    long most = rules.most(budget, spender);
    if (most != Long.MAX_VALUE) {
      Standing all = table.add(budget, 0);
      if (all.used() >= most) {
        throw new BudgetExhausted(budget, all.untilNextMonth());
      }
    }
    AccountId account = spender.account();
    long mostOfOne = rules.mostOfOne(budget, spender);
    if (account != null && mostOfOne != Long.MAX_VALUE) {
      Standing own = table.add(budget, account, 0);
      if (own.used() >= mostOfOne) {
        throw new OwnBudgetExhausted(budget, own.untilNextMonth());
      }
    }
  }
}
