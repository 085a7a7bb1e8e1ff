/** How much one address, account or pair of people may do, counted over all instances. */
@NullMarked
package chat.parley.quota;

import org.jspecify.annotations.NullMarked;
