package chat.parley.ethereum;

import java.math.BigInteger;

/** What a transaction may cost now, as one node guesses: gas, and the price of each. */
public record FeeHint(BigInteger gas, BigInteger price) {

  /** All of it, in the smallest units of the currency. */
  public BigInteger total() {
    return gas.multiply(price);
  }
}
