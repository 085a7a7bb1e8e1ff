package chat.parley.budget;

import chat.parley.platform.ProblemType;
import chat.parley.platform.Retry;
import java.time.Duration;

/** The installation has used its budget up. */
public final class BudgetExhausted extends OutOfBudget {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      new ProblemType(
          "budget-exhausted", 503, "The budget of this installation is used up", Retry.AFTER);

  /**
   * A refusal.
   *
   * @param untilNextMonth when the budget is whole again by itself
   */
  public BudgetExhausted(Budget budget, Duration untilNextMonth) {
    super(TYPE, words(budget), budget, untilNextMonth);
  }

  private static String words(Budget budget) {
    return switch (budget) {
      case RPC -> "Chains are not asked for more this month. What is under way goes on.";
      case MAIL -> "No more mails are sent this month.";
      case STORAGE -> "There is no room for more. Deleting something makes room.";
    };
  }
}
