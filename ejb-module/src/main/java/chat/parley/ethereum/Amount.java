package chat.parley.ethereum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A positive amount of something on a chain, in its smallest units, as contracts count it: 1 to
 * 2^256 - 1. It is never rounded, and never a floating-point number.
 */
public record Amount(BigInteger units) {

  /** The most that a word of the chain can say. */
  public static final BigInteger MAX = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

  /** The one way to write a number of units: no sign, no leading zero. */
  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,77}");

  public Amount {
    if (!isAmount(units)) {
      throw new IllegalArgumentException("an amount is 1 to 2^256 - 1");
    }
  }

  /** The amount a text stands for; empty for every other text. */
  public static Optional<Amount> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    BigInteger units = new BigInteger(text);
    return isAmount(units) ? Optional.of(new Amount(units)) : Optional.empty();
  }

  /** The amount in whole units of something that is counted in so many decimals, exactly. */
  public BigDecimal whole(int decimals) {
    return new BigDecimal(units, decimals);
  }

  private static boolean isAmount(BigInteger units) {
    return units.signum() > 0 && units.compareTo(MAX) <= 0;
  }

  @Override
  public String toString() {
    return units.toString();
  }
}
