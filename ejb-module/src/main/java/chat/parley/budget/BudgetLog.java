package chat.parley.budget;

import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What budgets tell operators. */
public interface BudgetLog {

  BudgetLog LOG = OperatorLog.of(BudgetLog.class);

  @OperatorLine(
      code = 1180,
      level = Level.WARNING,
      text = "{percent} % of the budget {budget} of {month} are reached: {used} of {granted}.")
  void reached(int percent, String budget, String month, long used, long granted);

  @OperatorLine(
      code = 1181,
      level = Level.WARNING,
      text = "What was used of budgets could not be written; tried again in a moment.")
  void writingFailed(Throwable cause);
}
