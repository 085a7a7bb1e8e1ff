/** The hot path of the product: plain, batched SQL. */
@NullMarked
package chat.parley.journal.control;

import org.jspecify.annotations.NullMarked;
