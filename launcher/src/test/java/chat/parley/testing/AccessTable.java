package chat.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of {@code docs/protocol/access.md}: who is answered what. */
public final class AccessTable {

  private static final Pattern ROW =
      Pattern.compile("\\| `(?<operation>\\w+)`(, (?<way>\\w+))? \\|(?<cells>[^`]*)\\|");

  private AccessTable() {}

  /**
   * One line of the table.
   *
   * @param operation the name of the operation in the OpenAPI document
   * @param way what of several things it is about; empty when there is one
   * @param statuses what each kind of caller is answered, by the heading of the column
   */
  public record Row(String operation, String way, Map<String, Integer> statuses) {

    /** The first cell. */
    public String name() {
      return way.isEmpty() ? operation : operation + ", " + way;
    }
  }

  /** The lines of the table, from the first to the last. */
  public static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<String> columns = List.of();
    for (String line : lines()) {
      Matcher row = ROW.matcher(line);
      if (line.startsWith("| operation |")) {
        columns = cells(line.substring(line.indexOf('|', 2)));
      } else if (row.matches()) {
        List<String> cells = cells("|" + row.group("cells") + "|");
        if (cells.size() != columns.size()) {
          throw new AssertionError("another number of cells than columns: " + line);
        }
        Map<String, Integer> statuses = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          statuses.put(columns.get(i), Integer.valueOf(cells.get(i)));
        }
        String way = row.group("way");
        rows.add(new Row(row.group("operation"), way == null ? "" : way, statuses));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
        .map(String::strip)
        .toList();
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(page());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path page() {
    return RunningParley.project().resolve("docs/protocol/access.md");
  }
}
