package chat.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The one list of features stands in three places; they agree. */
class PlanTest {

  @Test
  void theFrontendHasTheSameFeaturesInTheSameOrder() {
    String list = between(SourceTree.read("frontend/architecture.json"), "\"features\": [", "]");

    assertThat(words("\"([a-z]+)\"", list)).isEqualTo(Plan.FEATURES);
  }

  @Test
  void theDocumentHasTheSameFeaturesInTheSameOrder() {
    String list = between(SourceTree.read("docs/architecture.md"), "\n> platform", "(web)");

    assertThat(words("([a-z]+)", "platform" + list)).isEqualTo(Plan.FEATURES);
  }

  private static String between(String text, String start, String end) {
    assertThat(text).contains(start);
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static List<String> words(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }
}
