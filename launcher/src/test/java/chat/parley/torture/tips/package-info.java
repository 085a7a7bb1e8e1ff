/**
 * The proof of tips: payments on a real chain that is disturbed, and what the chain says of them.
 */
@NullMarked
package chat.parley.torture.tips;

import org.jspecify.annotations.NullMarked;
