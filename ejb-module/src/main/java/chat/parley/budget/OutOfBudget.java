package chat.parley.budget;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import java.time.Duration;

/** A budget is used up: nothing was done. */
public abstract sealed class OutOfBudget extends ParleyException
    permits BudgetExhausted, OwnBudgetExhausted {

  private static final long serialVersionUID = 1L;

  /** Somebody may raise the budget before its month is over. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * A refusal.
   *
   * @param untilNextMonth when the budget is whole again by itself
   */
  protected OutOfBudget(ProblemType type, String detail, Budget budget, Duration untilNextMonth) {
    super(type, detail);
    Duration after = untilNextMonth.compareTo(LONGEST) > 0 ? LONGEST : untilNextMonth;
    with("afterMs", after.toMillis());
    with("budget", budget.word());
  }
}
