package chat.parley.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a name that a document quotes stands in the code. */
final class CodeNames {

  /** {@code Type} or {@code Type.member}, with or without an argument list. */
  private static final Pattern TYPE =
      Pattern.compile("([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.(\\w+))?(?:\\(.*\\))?");

  private static final Pattern PACKAGE = Pattern.compile("chat\\.parley(?:\\.[a-z]+)*");

  /** A path has no spaces or placeholders, and is not a URL path of the product. */
  private static final Pattern PATH =
      Pattern.compile("(?!/)[\\w.@-]*(?:/[\\w.@-]+)+/?|[\\w-]+\\.(?:tsx?|java|xml|css)");

  /** Names of the world outside that look like types. */
  private static final Set<String> FOREIGN =
      Set.of(
          "Origin", "Host", "Secure", "HttpOnly", "SameSite", "Strict", "Bearer", "Authorization");

  private final List<Path> files;

  CodeNames(List<Path> files) {
    this.files = files;
  }

  /** Whether the quoted text is the name of something that should be in the code, and is not. */
  boolean isUnknown(String quoted) {
    if (FOREIGN.contains(quoted)) {
      return false;
    }
    if (PACKAGE.matcher(quoted).matches()) {
      String folder = "/" + quoted.replace('.', '/') + "/";
      return files.stream().noneMatch(file -> slashed(file).contains(folder));
    }
    Matcher type = TYPE.matcher(quoted);
    if (type.matches()) {
      return !declares(type.group(1), type.group(2));
    }
    return PATH.matcher(quoted).matches() && !isPath(quoted);
  }

  private boolean isPath(String quoted) {
    String path = "/" + quoted.replaceFirst("^\\./", "").replaceFirst("/$", "");
    return files.stream()
        .map(file -> "/" + slashed(file))
        .anyMatch(file -> file.endsWith(path) || file.contains(path + "/"));
  }

  /** Whether a source file declares the type, at its top or inside, and mentions the member. */
  private boolean declares(String type, String member) {
    Pattern declaration =
        Pattern.compile("\\b(?:class|interface|record|enum|type|function|const) " + type + "\\b");
    return files.stream()
        .filter(file -> slashed(file).matches(".*\\.(java|ts|tsx)"))
        .map(SourceTree::read)
        .anyMatch(
            text ->
                declaration.matcher(text).find()
                    && (member == null || text.matches("(?s).*\\b" + member + "\\b.*")));
  }

  private static String slashed(Path file) {
    return file.toString().replace('\\', '/');
  }
}
