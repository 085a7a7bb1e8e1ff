package chat.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameKeyTest {

  @Test
  void accentsCaseAndWidthMakeNoDifference() {
    assertThat(NameKey.of("Jos\u00e9 \u00c5ngstr\u00f6m")).isEqualTo("jose angstrom");
    assertThat(NameKey.of("\uff21\uff24\uff21")).isEqualTo("ada");
    assertThat(NameKey.of("ada_l.99")).isEqualTo("ada_l.99");
  }

  @Test
  void lettersOfOtherScriptsAreLettersAndDigits() {
    String key = NameKey.of("\u0416\u0430\u043d\u043d\u0430");

    assertThat(key).matches("[0-9a-z]{15}").isEqualTo(NameKey.of("\u0436\u0430\u043d\u043d\u0430"));
    assertThat(key.substring(6, 9)).isEqualTo(key.substring(9, 12));
    assertThat(NameKey.of("\u4f60\u597d \ud83d\ude00")).matches("[0-9a-z]{6}");
  }

  @Test
  void aQueryHasWordsAndNothingElse() {
    assertThat(SearchWords.beginnings("Hiking & 'alps' | !x :* \\ (b\u00fccher)"))
        .isEqualTo("Hiking:* & alps:* & b\u00fccher:*");
    assertThat(SearchWords.beginnings("! a ?")).isEmpty();
  }
}
