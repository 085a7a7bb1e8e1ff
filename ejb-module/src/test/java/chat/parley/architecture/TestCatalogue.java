package chat.parley.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tests of the repository, by the names that documents give them. */
final class TestCatalogue {

  private static final Pattern JAVA = Pattern.compile("([A-Z]\\w+)\\.([a-z]\\w+)");
  private static final Pattern TYPESCRIPT =
      Pattern.compile("([\\w.-]+\\.(?:ts|tsx|mts|mjs)) > (.+)");

  private final Map<String, List<String>> textsByFile;

  /**
   * A catalogue of these sources.
   *
   * @param textsByFile the texts of the test sources by file name without folders; modules may have
   *     files of the same name
   */
  TestCatalogue(Map<String, List<String>> textsByFile) {
    this.textsByFile = textsByFile;
  }

  /** The tests that are checked in. */
  static TestCatalogue ofThisRepository() {
    return new TestCatalogue(
        SourceTree.files().stream()
            .filter(TestCatalogue::isTestSource)
            .collect(
                Collectors.groupingBy(
                    file -> String.valueOf(file.getFileName()),
                    Collectors.mapping(SourceTree::read, Collectors.toList()))));
  }

  private static boolean isTestSource(Path file) {
    String name = file.toString().replace('\\', '/');
    return (name.contains("src/test/") && name.endsWith(".java"))
        || name.matches(".*\\.(test|spec|e2e)\\.(ts|tsx|mts|mjs)");
  }

  /** Whether there is a test {@code Class.method} or {@code file > title}. */
  boolean contains(String test) {
    var java = JAVA.matcher(test);
    if (java.matches()) {
      Pattern method =
          Pattern.compile(
              "\\b(?:void|boolean|Stream<\\w+>)\\s+" + Pattern.quote(java.group(2)) + "\\(");
      return texts(java.group(1) + ".java").stream().anyMatch(text -> method.matcher(text).find());
    }
    var typescript = TYPESCRIPT.matcher(test);
    return typescript.matches()
        && texts(typescript.group(1)).stream()
            .anyMatch(text -> hasTitle(text, typescript.group(2)));
  }

  private static boolean hasTitle(String text, String title) {
    return text.contains("'" + title + "'")
        || text.contains('"' + title + '"')
        || text.contains('`' + title + '`');
  }

  private List<String> texts(String file) {
    return textsByFile.getOrDefault(file, List.of());
  }
}
