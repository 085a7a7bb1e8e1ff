/** The doors of ethereum. */
@NullMarked
package chat.parley.ethereum.boundary;

import org.jspecify.annotations.NullMarked;
