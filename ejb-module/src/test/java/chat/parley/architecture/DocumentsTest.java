package chat.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents point at is there. */
class DocumentsTest {

  private static final CodeNames NAMES = new CodeNames(SourceTree.files());

  /** The documents that walk through the code by name. */
  private static final Pattern WALKS =
      Pattern.compile(
          "docs/(?!requirements)[a-z-]+\\.md|docs/operations/.*\\.md|CONTRIBUTING\\.md");

  static Stream<Path> pages() {
    return SourceTree.files(".md").stream();
  }

  static Stream<Path> walks() {
    return pages().filter(page -> WALKS.matcher(page.toString().replace('\\', '/')).matches());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) {
    assertThat(MarkdownPage.read(page).brokenLinks()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("walks")
  void everyNameFromTheCodeIsThere(Path page) {
    assertThat(MarkdownPage.read(page).quotedCode()).filteredOn(NAMES::isUnknown).isEmpty();
  }

  @Test
  void theDocumentsOfTheHouseAreThere() {
    assertThat(pages())
        .contains(
            Path.of("README.md"),
            Path.of("CONTRIBUTING.md"),
            Path.of("SECURITY.md"),
            Path.of("CHANGELOG.md"),
            Path.of("docs", "architecture.md"),
            Path.of("docs", "security.md"),
            Path.of("docs", "scaling.md"));
  }

  @Test
  void brokenLinksAreFound() {
    MarkdownPage page =
        new MarkdownPage(
            Path.of("docs", "page.md"),
            """
            # A page

            [good](requirements.md) [good](requirements.md#conflicts) [good](#a-page)
            [good](https://www.rfc-editor.org/) `[code](nowhere.md)`
            [bad](nowhere.md) [bad](requirements.md#nowhere) [bad](#nowhere)

            ```
            [code](nowhere.md)
            ```
            """);

    assertThat(page.brokenLinks())
        .extracting(sentence -> sentence.replace('\\', '/'))
        .containsExactly(
            "docs/page.md links nowhere.md, which is not there",
            "docs/page.md links requirements.md#nowhere, but there is no such heading",
            "docs/page.md links #nowhere, but there is no such heading");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NoSuchDoor",
        "Journal.burn",
        "Journal.burn(...)",
        "chat.parley.nowhere",
        "journal/boundary/NoSuchDoor.java",
        "docs/nowhere.md",
        "no-such-file.tsx"
      })
  void namesThatAreGoneAreFound(String name) {
    assertThat(NAMES.isUnknown(name)).isTrue();
  }

  @Test
  void namesThatAreThereAreFound() {
    assertThat(
            List.of(
                "Journal",
                "Journal.append",
                "EntryHash.next(...)",
                "chat.parley.journal",
                "journal/boundary/Journal.java",
                "journal/boundary",
                "docs/",
                "/api/socket",
                "PARLEY-1001",
                "a sentence",
                "Origin"))
        .noneMatch(NAMES::isUnknown);
  }
}
