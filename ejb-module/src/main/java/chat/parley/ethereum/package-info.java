/** Ethereum as the features above know it: addresses, signatures, later nodes and transactions. */
@NullMarked
package chat.parley.ethereum;

import org.jspecify.annotations.NullMarked;
