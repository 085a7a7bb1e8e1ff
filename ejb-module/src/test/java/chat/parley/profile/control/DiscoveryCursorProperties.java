package chat.parley.profile.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DiscoveryCursorProperties {

  /** What every list of the REST interface takes. */
  private static final int LONGEST = 200;

  @Property
  void aRankingGoesOnAsItBegan(
      @ForAll @IntRange(min = 1, max = Limits.INTERESTS) int count,
      @ForAll @IntRange(min = 1, max = 2_000_000) int highest,
      @ForAll @IntRange(min = 1, max = 255) int weight,
      @ForAll @LongRange(min = 0, max = 1L << 40) long until,
      @ForAll @IntRange(min = 0, max = 255 * Limits.INTERESTS) int score,
      @ForAll long high,
      @ForAll long low) {
    List<Weighed> weighed =
        IntStream.range(0, count)
            .mapToObj(i -> new Weighed(Math.max(1, highest - i), weight))
            .toList();
    DiscoveryCursor.After after =
        new DiscoveryCursor.After(
            new DiscoveryCursor.Ranking(weighed, until), place(score, high, low));
    String cursor = DiscoveryCursor.of(after);

    assertThat(cursor).hasSizeLessThanOrEqualTo(LONGEST);
    assertThat(DiscoveryCursor.interests(cursor)).isEqualTo(after);
    assertThatThrownBy(() -> DiscoveryCursor.words(cursor)).isInstanceOf(InvalidInput.class);
  }

  @Property
  void aSearchGoesOnAfterItsPlace(
      @ForAll @IntRange(min = 0) int score, @ForAll long high, @ForAll long low) {
    Place last = place(score, high, low);
    String cursor = DiscoveryCursor.of(last);

    assertThat(DiscoveryCursor.words(cursor)).isEqualTo(last);
    assertThatThrownBy(() -> DiscoveryCursor.interests(cursor)).isInstanceOf(InvalidInput.class);
  }

  @Property
  void everyOtherTextIsRefused(@ForAll String text) {
    assertThatThrownBy(() -> DiscoveryCursor.words(text)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> DiscoveryCursor.interests(text)).isInstanceOf(InvalidInput.class);
  }

  @Example
  void aPieceOfACursorIsNone() {
    String cursor = DiscoveryCursor.of(place(7, 1, 2));
    for (int length = 0; length < cursor.length(); length++) {
      String piece = cursor.substring(0, length);
      assertThatThrownBy(() -> DiscoveryCursor.words(piece)).isInstanceOf(InvalidInput.class);
    }
    assertThatThrownBy(() -> DiscoveryCursor.words(cursor + "AAAA"))
        .isInstanceOf(InvalidInput.class);
  }

  private static Place place(int score, long high, long low) {
    return new Place(score, new AccountId(new UUID(high, low)));
  }
}
