package chat.parley.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AgeBandProperties {

  private static final LocalDate EPOCH = LocalDate.ofEpochDay(0);

  @Property
  void theBandHoldsTheAgeAndChangesOnABirthdayOnly(
      @ForAll @IntRange(min = -25_000, max = 20_000) int born,
      @ForAll @IntRange(min = 20_000, max = 40_000) int day) {
    LocalDate birth = EPOCH.plusDays(born);
    LocalDate today = EPOCH.plusDays(day);
    int age = Period.between(birth, today).getYears();
    String expected =
        Stream.of("18-24", "25-34", "35-44", "45-54", "55-64")
            .filter(band -> age >= number(band, 0) && age <= number(band, 1))
            .findFirst()
            .orElse("65+");

    assertThat(AgeBand.of(birth, today).map(AgeBand::toString).orElse("none"))
        .isEqualTo(age < 18 ? "none" : expected);
  }

  @Example
  void nobodyIsToldOfTheAgeOfAChildAndTheFirstBandBeginsOnTheBirthday() {
    LocalDate birth = LocalDate.of(2008, 2, 29);

    assertThat(AgeBand.of(birth, LocalDate.of(2026, 2, 28))).isEmpty();
    assertThat(AgeBand.of(birth, LocalDate.of(2026, 3, 1))).contains(AgeBand.FROM_18);
    assertThat(AgeBand.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1))).isEmpty();
    assertThat(AgeBand.of(LocalDate.of(1900, 1, 1), LocalDate.of(2026, 1, 1)))
        .contains(AgeBand.FROM_65);
    assertThat(Stream.of(AgeBand.values()).map(AgeBand::toString).collect(Collectors.toList()))
        .containsExactly("18-24", "25-34", "35-44", "45-54", "55-64", "65+");
  }

  private static int number(String band, int end) {
    return Integer.parseInt(band.split("-", -1)[end]);
  }
}
