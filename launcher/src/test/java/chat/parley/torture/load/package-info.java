/** Clients that use Parley and write down what happens to them. */
@NullMarked
package chat.parley.torture.load;

import org.jspecify.annotations.NullMarked;
