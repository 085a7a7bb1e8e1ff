package chat.parley.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A document with its links, headings and the names it quotes from the code.
 *
 * @param file relative to the root of the repository
 * @param text in Markdown
 */
record MarkdownPage(Path file, String text) {

  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
  private static final Pattern ABSOLUTE = Pattern.compile("[a-z]+:.*");

  static MarkdownPage read(Path file) {
    return new MarkdownPage(file, SourceTree.read(file));
  }

  /** The targets of the links that stay in the repository. */
  List<String> relativeLinks() {
    return LINK.matcher(CODE.matcher(prose()).replaceAll("code"))
        .results()
        .map(match -> match.group(1))
        .filter(target -> !ABSOLUTE.matcher(target).matches())
        .toList();
  }

  /** What stands in back-ticks outside of blocks. */
  List<String> quotedCode() {
    return CODE.matcher(prose()).results().map(match -> match.group(1)).distinct().toList();
  }

  /** The anchors that links may name. */
  Set<String> anchors() {
    return HEADING
        .matcher(prose())
        .results()
        .map((MatchResult heading) -> anchor(heading.group(1)))
        .collect(Collectors.toSet());
  }

  private static String anchor(String heading) {
    return heading
        .replace("`", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }

  private String prose() {
    return FENCE.matcher(text).replaceAll("");
  }

  /** The links that lead nowhere, one sentence each. */
  List<String> brokenLinks() {
    List<String> broken = new ArrayList<>();
    for (String link : relativeLinks()) {
      String[] parts = link.split("#", 2);
      Path folder = file.getParent() == null ? Path.of("") : file.getParent();
      Path target = parts[0].isEmpty() ? file : folder.resolve(parts[0]).normalize();
      if (!target.equals(file) && !SourceTree.exists(target)) {
        broken.add(file + " links " + link + ", which is not there");
      } else if (parts.length == 2
          && target.toString().endsWith(".md")
          && !anchorsOf(target).contains(parts[1])) {
        broken.add(file + " links " + link + ", but there is no such heading");
      }
    }
    return broken;
  }

  private Set<String> anchorsOf(Path target) {
    return target.equals(file) ? anchors() : read(target).anchors();
  }
}
