package chat.parley.budget.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.budget.control.Meter.Outcome;
import chat.parley.platform.Unavailable;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What instances count in memory, and how far they go beyond a budget together. */
class MeterTest {

  private static final Duration REST = Duration.ofDays(3);

  private YearMonth month = YearMonth.of(2026, 11);
  private long book;
  private long spent;
  private int written;
  private boolean away;
  private long ticks;

  private Meter meter(long batch) {
    return new Meter(batch, this::add, () -> ticks);
  }

  private Standing add(long amount) {
    if (away) {
      throw new Unavailable("away");
    }
    written++;
    book += amount;
    return new Standing(month, book, REST);
  }

  private Outcome spend(Meter meter, long most) {
    Outcome outcome = meter.spend(1, most, () -> {});
    if (outcome == Outcome.SPENT) {
      spent++;
    }
    return outcome;
  }

  @Property
  void instancesGoBeyondABudgetByOneBatchEachAtMost(
      @ForAll @IntRange(min = 1, max = 6) int instances,
      @ForAll @LongRange(min = 1, max = 30) long batch,
      @ForAll @LongRange(min = 1, max = 200) long most,
      @ForAll long seed) {
    book = 0;
    spent = 0;
    ticks = 0;
    Random random = new Random(seed);
    List<Meter> meters = new ArrayList<>();
    for (int i = 0; i < instances; i++) {
      meters.add(meter(batch));
    }
    for (int i = 0; i < 2_000; i++) {
      Meter meter = meters.get(random.nextInt(instances));
      switch (random.nextInt(20)) {
        case 0 -> meter.settle();
        case 1 -> ticks += Meter.LOOKS_AGAIN.toNanos();
        default -> spend(meter, most);
      }
    }
    for (Meter meter : meters) {
      // Each looks, so that nothing is left where nobody knows of it.
      ticks += Meter.LOOKS_AGAIN.toNanos();
      while (spend(meter, most) == Outcome.SPENT) {
        assertThat(spent).isLessThanOrEqualTo(most + instances * batch);
      }
    }

    assertThat(spent).isBetween(most, most + instances * batch);
    meters.forEach(Meter::settle);
    assertThat(book).isEqualTo(spent);
  }

  @Test
  void aBatchIsWrittenAtOnceAndNotEveryCall() {
    Meter meter = meter(10);
    for (int i = 0; i < 100; i++) {
      spend(meter, 1_000);
    }

    assertThat(book).isEqualTo(100);
    assertThat(written).isEqualTo(11);
  }

  @Test
  void aNewMonthAndAnotherBudgetAreSeen() {
    Meter meter = meter(1);
    assertThat(spend(meter, 1)).isEqualTo(Outcome.SPENT);
    assertThat(spend(meter, 1)).isEqualTo(Outcome.REFUSED);
    assertThat(meter.untilNextMonth()).isEqualTo(REST);
    int asked = written;
    for (int i = 0; i < 100; i++) {
      assertThat(spend(meter, 1)).isEqualTo(Outcome.REFUSED);
    }
    assertThat(written).as("a flood of refused reaches no database").isEqualTo(asked);

    month = month.plusMonths(1);
    book = 0;
    ticks += Meter.LOOKS_AGAIN.toNanos();
    assertThat(spend(meter, 1)).isEqualTo(Outcome.SPENT);
    assertThat(spend(meter, 1)).isEqualTo(Outcome.REFUSED);
    assertThat(spend(meter, 2)).isEqualTo(Outcome.SPENT);
  }

  @Test
  void whatCannotBeWrittenIsNotSpent() {
    Meter meter = meter(2);
    spend(meter, 10);
    away = true;
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> spend(meter, 10)).isInstanceOf(Unavailable.class);
    }
    away = false;
    meter.settle();

    assertThat(book).isEqualTo(1);
  }

  @Test
  void whatFailsBeforeLeavesNothingCounted() {
    Meter meter = meter(1);
    IllegalStateException refusal = new IllegalStateException("refused by another");

    assertThatThrownBy(
            () ->
                meter.spend(
                    1,
                    10,
                    () -> {
                      throw refusal;
                    }))
        .isSameAs(refusal);
    assertThat(meter.settle().used()).isZero();
  }

  @Test
  void aMeterThatNobodyUsesIsClosedAndLosesNothing() {
    Meter meter = meter(10);
    spend(meter, 10);

    assertThat(meter.settleOrClose()).isFalse();
    assertThat(book).isEqualTo(1);
    assertThat(meter.settleOrClose()).isTrue();
    assertThat(spend(meter, 10)).isEqualTo(Outcome.CLOSED);
  }
}
