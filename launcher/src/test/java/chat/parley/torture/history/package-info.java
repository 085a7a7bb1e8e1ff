/** What clients write down while they are tortured: the evidence that the checker judges. */
@NullMarked
package chat.parley.torture.history;

import org.jspecify.annotations.NullMarked;
