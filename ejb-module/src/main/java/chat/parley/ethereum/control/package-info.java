/** The only home of web3j. */
@NullMarked
package chat.parley.ethereum.control;

import org.jspecify.annotations.NullMarked;
