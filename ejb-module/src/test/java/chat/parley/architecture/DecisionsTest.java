package chat.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every decision is one page with a number of its own, and the index lists it. */
class DecisionsTest {

  private static final Path FOLDER = Path.of("docs", "decisions");

  static List<Path> decisions() {
    return SourceTree.files(".md").stream()
        .filter(file -> FOLDER.equals(file.getParent()))
        .filter(file -> nameOf(file).matches("[0-9].*"))
        .toList();
  }

  @Test
  void numbersAreUnique() {
    assertThat(decisions())
        .extracting(page -> nameOf(page).substring(0, 4))
        .doesNotHaveDuplicates();
  }

  @Test
  void theIndexListsExactlyThePages() {
    List<String> listed =
        MarkdownPage.read(FOLDER.resolve("README.md")).relativeLinks().stream()
            .filter(link -> link.matches("[0-9].*"))
            .toList();

    assertThat(listed).isEqualTo(decisions().stream().map(DecisionsTest::nameOf).toList());
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void everyPageFollowsTheTemplate(Path page) {
    String text = SourceTree.read(page);

    assertThat(nameOf(page)).matches("[0-9]{4}(-[a-z0-9]+)+\\.md");
    assertThat(text).startsWith("# " + nameOf(page).substring(0, 4) + ". ");
    assertThat(text).contains("\n## Context\n", "\n## Decision\n", "\n## Consequences\n");
    assertThat(text).contains("\n## Alternatives\n");
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }
}
