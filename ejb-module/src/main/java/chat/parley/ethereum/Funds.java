package chat.parley.ethereum;

import java.math.BigInteger;

/**
 * What a wallet has, as one node said a moment ago: a hint, since only the chain decides.
 *
 * @param currency of the chain
 * @param asset of what is to be given
 */
public record Funds(Address wallet, BigInteger currency, BigInteger asset) {}
