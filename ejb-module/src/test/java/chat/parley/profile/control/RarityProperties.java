package chat.parley.profile.control;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RarityProperties {

  @Property
  void theFewerHaveAnInterestTheMoreItWeighsAndAllWeighSomething(
      @ForAll @IntRange(max = 10_000_000) int one,
      @ForAll @IntRange(max = 10_000_000) int other,
      @ForAll @IntRange(max = 10_000_000) int most) {
    int rarer = Rarity.weight(Math.min(one, other), most);
    int commoner = Rarity.weight(Math.max(one, other), most);

    assertThat(rarer).isGreaterThanOrEqualTo(commoner);
    assertThat(commoner).isBetween(Rarity.LEAST, Rarity.MOST);
  }

  @Example
  void oneInTenCountsTwoThatEverySecondHas() {
    assertThat(Rarity.weight(1_000, 1_000)).isEqualTo(1);
    assertThat(Rarity.weight(500, 1_000)).isEqualTo(8);
    assertThat(Rarity.weight(100, 1_000)).isEqualTo(24);
    assertThat(Rarity.weight(0, 0)).isEqualTo(1);
  }
}
