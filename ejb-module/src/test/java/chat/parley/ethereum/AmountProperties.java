package chat.parley.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;

class AmountProperties {

  private static final String MOST =
      "115792089237316195423570985008687907853269984665640564039457584007913129639935";

  @Property
  void noUnitIsLostWhateverTheDecimals(
      @ForAll @BigRange(min = "1", max = MOST) BigInteger units,
      @ForAll @IntRange(max = 36) int decimals) {
    Amount amount = new Amount(units);

    assertThat(Amount.parse(amount.toString())).contains(amount);
    assertThat(amount.whole(decimals).movePointRight(decimals))
        .isEqualByComparingTo(new BigDecimal(units));
  }

  @Example
  void theLeastAndTheMostAreAmountsAndWhatIsBeyondIsNone() {
    assertThat(Amount.parse("1")).contains(new Amount(BigInteger.ONE));
    assertThat(Amount.parse(MOST)).contains(new Amount(Amount.MAX));
    assertThat(Amount.parse(Amount.MAX.add(BigInteger.ONE).toString())).isEmpty();
    assertThatThrownBy(() -> new Amount(BigInteger.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Amount(Amount.MAX.add(BigInteger.ONE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void whatIsWrittenInAnotherWayIsNone() {
    for (String text : List.of("", "0", "00", "01", "-1", "+1", "1.0", "1e3", " 1", "0x1", "١")) {
      assertThat(Amount.parse(text)).as(text).isEmpty();
    }
  }
}
