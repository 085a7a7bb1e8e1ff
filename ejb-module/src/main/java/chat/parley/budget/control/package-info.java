/** How budgets are counted over all instances. */
@NullMarked
package chat.parley.budget.control;

import org.jspecify.annotations.NullMarked;
