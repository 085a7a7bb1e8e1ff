package chat.parley.ethereum.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.ethereum.EnsName;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameServiceTest {

  @ParameterizedTest
  @CsvSource({
    // The example of ERC-137, and two names of which everybody knows the nodes.
    "foo.eth, de9b09fd7c5f901e23a3f19fecc54828e9c848539801e86591bd9801b019f84f",
    "FOO.eth, de9b09fd7c5f901e23a3f19fecc54828e9c848539801e86591bd9801b019f84f",
    "vitalik.eth, ee6c4522aab0003e8d14cd40a6af439055fd2577951148c14b6cea9a53475835"
  })
  void aNameHasTheNodeThatTheStandardSays(String name, String node) {
    assertThat(HexFormat.of().formatHex(NameService.hash(EnsName.parse(name).orElseThrow())))
        .isEqualTo(node);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.c.eth", "1-2.eth", "_ada.eth", "x-.eth", "a--b.eth"})
  void whatEverybodyReadsAlikeIsAName(String text) {
    assertThat(EnsName.parse(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eth",
        ".eth",
        "a..eth",
        "ada.eth.",
        " ada.eth",
        "ada.com",
        "\u0430da.eth",
        "ada\u200b.eth",
        "xn--da-7ka.eth",
        "a_b.eth",
        "ada.e\u0442h",
        "a b.eth"
      })
  void anythingElseIsNone(String text) {
    assertThat(EnsName.parse(text)).isEmpty();
    assertThat(EnsName.parse("a.".repeat(128) + "eth")).isEmpty();
  }

  @Test
  void withoutANodeOfTheChainThereAreNoNames() {
    assertThat(new NameService(new ChainNodes(Map.of(), () -> {}), 1).isOn()).isFalse();
  }

  private static String answer(String length, String... words) {
    return "0x" + "0".repeat(62) + "20" + length + String.join("", words);
  }

  private static String word(String hex) {
    return hex + "0".repeat(64 - hex.length());
  }

  @Test
  void aNameIsReadFromWhatAResolverAnswers() {
    String seven = "0".repeat(63) + "7";
    assertThat(NameService.name(answer(seven, word("6164612e657468"))))
        .contains(new EnsName("ada.eth"));
    assertThat(NameService.name(answer(seven, word("6164612e657468"), word(""))))
        .contains(new EnsName("ada.eth"));
  }

  @Test
  void whatIsNoNameOrNotWrittenAsNamesAreComparedIsNone() {
    String seven = "0".repeat(63) + "7";
    String ada = word("6164612e657468");
    for (String wrong :
        new String[] {
          "",
          "0x",
          "0x" + "0".repeat(64),
          answer(seven),
          answer("0".repeat(64)),
          answer("0".repeat(62) + "21", ada),
          answer("f".repeat(64), ada),
          answer("0".repeat(61) + "107", ada),
          answer(seven, ada.substring(2)),
          answer(seven, ada).replace("0020", "0040"),
          answer(seven, word("4164612e657468")),
          answer(seven, word("6164612e636f6d")),
          answer("0".repeat(63) + "8", ada),
          answer("0".repeat(63) + "8", word("d0b064612e657468"))
        }) {
      assertThat(NameService.name(wrong)).as(wrong).isEmpty();
    }
  }
}
