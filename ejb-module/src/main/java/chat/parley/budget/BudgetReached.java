package chat.parley.budget;

import java.time.YearMonth;

/**
 * Fact: so much of a budget of the installation is used. Fired once for each threshold in a month,
 * over all instances, in the transaction that notes it.
 *
 * @param percent the threshold
 * @param used calls, mails or bytes
 * @param granted what there is of it in a month
 * @param isStop whether nothing more is spent beyond what is granted
 */
public record BudgetReached(
    Budget budget, YearMonth month, int percent, long used, long granted, boolean isStop) {}
