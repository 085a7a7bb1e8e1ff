package chat.parley.budget;

import chat.parley.platform.ProblemType;
import chat.parley.platform.Retry;
import java.time.Duration;

/** A person has used up what one person may. */
public final class OwnBudgetExhausted extends OutOfBudget {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      new ProblemType(
          "own-budget-exhausted", 429, "You have used up what one person may", Retry.AFTER);

  /**
   * A refusal.
   *
   * @param untilNextMonth when the budget is whole again by itself
   */
  public OwnBudgetExhausted(Budget budget, Duration untilNextMonth) {
    super(TYPE, words(budget), budget, untilNextMonth);
  }

  private static String words(Budget budget) {
    return switch (budget) {
      case RPC -> "You have asked chains as much as one person may in a month.";
      case MAIL -> "As many mails were sent for you as one person may have in a month.";
      case STORAGE -> "You store as much as one person may. Deleting something makes room.";
    };
  }
}
