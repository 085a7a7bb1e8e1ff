package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamTest {

  private final Stream stream = new Stream();

  @Test
  void whatComesInOrderIsNoViolation() {
    for (int seq = 0; seq < 5; seq++) {
      assertThat(stream.seen(seq)).isTrue();
    }
    assertThat(stream.received()).isEqualTo(5);
    assertThat(stream.duplicates).isZero();
    assertThat(stream.disorder).isZero();
  }

  @Test
  void whatComesAgainIsADuplicateAlsoWhenItCameEarly() {
    stream.seen(0);
    stream.seen(2);

    assertThat(stream.seen(0)).isFalse();
    assertThat(stream.seen(2)).isFalse();
    assertThat(stream.duplicates).isEqualTo(2);
    assertThat(stream.received()).isEqualTo(2);
  }

  @Test
  void whatOvertakesIsDisorderAndNotLost() {
    stream.seen(0);
    stream.seen(3);
    stream.seen(1);
    stream.seen(2);

    assertThat(stream.disorder).isEqualTo(1);
    assertThat(stream.received()).isEqualTo(4);
    assertThat(stream.seen(4)).isTrue();
    assertThat(stream.duplicates).isZero();
  }

  @Test
  void whatNeverComesIsMissing() {
    stream.seen(0);
    stream.seen(2);

    assertThat(stream.received()).isEqualTo(2);
  }
}
