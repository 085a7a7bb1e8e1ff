package chat.parley.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The length of texts in UTF-8, beside what the platform makes of them. */
class Utf8Test {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars('a', '\u007f', '\u0080', '\u07ff', '\u0800', '\uffff')
        .withChars('\ud83d', '\ude00')
        .ofMaxLength(12);
  }

  @Property
  void isThatOfTheEncodingWhereThereIsOne(@ForAll("texts") String text) {
    boolean isWellFormed = UTF_8.newEncoder().canEncode(text);

    assertThat(Utf8.isWellFormed(text)).isEqualTo(isWellFormed);
    assertThat(Utf8.length(text)).isEqualTo(isWellFormed ? text.getBytes(UTF_8).length : -1);
  }

  @Test
  void halfOfAPairHasNone() {
    assertThat(Utf8.length("\ud83d\ude00")).isEqualTo(4);
    assertThat(Utf8.length("\ud83d")).isNegative();
    assertThat(Utf8.length("\ude00\ud83d")).isNegative();
  }
}
