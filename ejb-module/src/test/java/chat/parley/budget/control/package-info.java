/** How budgets are counted. */
@NullMarked
package chat.parley.budget.control;

import org.jspecify.annotations.NullMarked;
