package chat.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of settings says what the file of defaults says. */
class ConfigurationReferenceTest {

  private static final String FILE =
      "ejb-module/src/main/resources/META-INF/microprofile-config.properties";

  /**
   * One setting.
   *
   * @param value the default; empty when there is none
   * @param meaning the comment above it
   */
  private record Documented(String key, String value, String meaning) {

    String row() {
      return "| `%s` | %s | %s |"
          .formatted(key, value.isEmpty() ? "none" : "`" + value + "`", meaning);
    }
  }

  @Test
  void thePageListsEverySettingWithItsDefaultAndMeaning() {
    List<String> rows = parse(SourceTree.read(FILE)).stream().map(Documented::row).toList();
    List<String> listed =
        SourceTree.read("docs/operations/configuration.md")
            .lines()
            .filter(line -> line.startsWith("| `"))
            .toList();

    assertThat(rows).hasSizeGreaterThan(5);
    assertThat(listed)
        .as("the rows that docs/operations/configuration.md should have:%n%s", lines(rows))
        .isEqualTo(rows);
  }

  @Test
  void everySettingHasASentence() {
    assertThat(parse(SourceTree.read(FILE)))
        .allSatisfy(setting -> assertThat(setting.meaning()).as(setting.key()).endsWith("."));
  }

  @Test
  void commentsBelongToTheSettingBelowThem() {
    String file =
        """
        # A head.

        # --- Section ---

        # First sentence,
        # continued.
        parley.one=1
        # The other.
        parley.two=
        mp.other=x
        """;

    assertThat(parse(file))
        .extracting(Documented::row)
        .containsExactly(
            "| `parley.one` | `1` | First sentence, continued. |",
            "| `parley.two` | none | The other. |");
  }

  private static List<Documented> parse(String file) {
    List<Documented> settings = new ArrayList<>();
    List<String> comment = new ArrayList<>();
    for (String line : file.lines().toList()) {
      if (line.startsWith("#")) {
        comment.add(line.substring(1).strip());
        continue;
      }
      int equals = line.indexOf('=');
      if (line.startsWith("parley.") && equals > 0) {
        settings.add(
            new Documented(
                line.substring(0, equals), line.substring(equals + 1), String.join(" ", comment)));
      }
      comment.clear();
    }
    return settings;
  }

  private static String lines(List<String> rows) {
    return rows.stream().collect(Collectors.joining("\n"));
  }
}
