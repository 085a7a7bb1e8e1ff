/** Ethereum as the features above know it: addresses, signatures, nodes. */
@NullMarked
package chat.parley.ethereum;

import org.jspecify.annotations.NullMarked;
