/** The doors through which what costs money is counted. */
@NullMarked
package chat.parley.budget.boundary;

import org.jspecify.annotations.NullMarked;
