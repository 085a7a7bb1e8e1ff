package chat.parley.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The order of the features holds for the tables as it does for the code. */
final class MigrationRules {

  private static final Pattern NAME = Pattern.compile("V([0-9]{12})__[a-z0-9_]+\\.sql");
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
  private static final Pattern CREATED =
      Pattern.compile("create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?([a-z0-9_]+)");
  private static final Pattern REFERENCED = Pattern.compile("references\\s+([a-z0-9_]+)");

  private MigrationRules() {}

  /**
   * What is wrong with the migrations, one sentence each.
   *
   * @param scripts the SQL by {@code <feature>/<file name>}
   */
  static List<String> faults(Map<Path, String> scripts) {
    List<String> faults = new ArrayList<>();
    Map<String, Path> versions = new HashMap<>();
    Map<String, String> homes = new HashMap<>();
    Map<Path, String> ordered = new TreeMap<>(scripts);
    ordered.forEach(
        (script, sql) -> {
          String feature = script.getName(0).toString();
          if (script.getNameCount() != 2 || !Plan.FEATURES.contains(feature)) {
            faults.add(script + " stands in no folder of a feature");
          }
          var name = NAME.matcher(String.valueOf(script.getFileName()));
          if (!name.matches()) {
            faults.add(script + " is not called V<yyyymmddhhmm>__<what>.sql");
          } else {
            Path other = versions.put(name.group(1), script);
            if (other != null) {
              faults.add(script + " has the version of " + other);
            }
          }
          words(CREATED, sql).forEach(table -> homes.put(table, feature));
        });
    ordered.forEach(
        (script, sql) -> {
          String feature = script.getName(0).toString();
          for (String table : words(REFERENCED, sql)) {
            String home = homes.get(table);
            if (home == null) {
              faults.add(script + " references " + table + ", which no migration creates");
            } else if (Plan.FEATURES.indexOf(home) > Plan.FEATURES.indexOf(feature)) {
              faults.add(script + " references " + table + " of the later feature " + home);
            }
          }
        });
    return faults;
  }

  private static List<String> words(Pattern pattern, String sql) {
    String text = COMMENT.matcher(sql).replaceAll("").toLowerCase(Locale.ROOT);
    return pattern.matcher(text).results().map(match -> match.group(1)).distinct().toList();
  }

  /** The migrations that are checked in. */
  static Map<Path, String> checkedIn() {
    Path folder = Path.of("ejb-module", "src", "main", "resources", "db", "migration");
    Map<Path, String> scripts = new LinkedHashMap<>();
    SourceTree.files().stream()
        .filter(file -> file.startsWith(folder))
        .forEach(file -> scripts.put(folder.relativize(file), SourceTree.read(file)));
    return scripts;
  }
}
