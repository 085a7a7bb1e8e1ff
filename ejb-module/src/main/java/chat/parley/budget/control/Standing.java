package chat.parley.budget.control;

import java.time.Duration;
import java.time.YearMonth;

/**
 * What the database knows of a budget.
 *
 * @param used by all instances, as far as they have written it down
 * @param untilNextMonth by the clock of the database, in UTC
 */
public record Standing(YearMonth month, long used, Duration untilNextMonth) {}
