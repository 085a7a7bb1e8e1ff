package chat.parley.torture.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the checker found, and how much there was to look at. */
public final class Findings {

  /** Of each verdict so many are described; all are counted. */
  private static final int DESCRIBED = 20;

  private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
  private final Map<Verdict, List<String>> described = new EnumMap<>(Verdict.class);
  private final Map<String, Long> tallies = new java.util.TreeMap<>();

  void add(Verdict verdict, String what) {
    counts.merge(verdict, 1L, Long::sum);
    List<String> list = described.computeIfAbsent(verdict, each -> new ArrayList<>());
    if (list.size() < DESCRIBED) {
      list.add(what);
    }
  }

  void note(String what) {
    tallies.merge(what, 1L, Long::sum);
  }

  /** How often a verdict was found. */
  public long count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0L);
  }

  /** The verdicts that were found. */
  public List<Verdict> found() {
    return List.copyOf(counts.keySet());
  }

  /** Whether nothing is wrong. */
  public boolean areNone() {
    return counts.isEmpty();
  }

  /** How often something happened that is neither right nor wrong, by what it is. */
  public long tally(String what) {
    return tallies.getOrDefault(what, 0L);
  }

  /** Every verdict with its count, on one line. */
  public String line() {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      parts.add(verdict + " " + count(verdict));
    }
    return String.join(", ", parts);
  }

  /** All counts and the first findings of each verdict. */
  public String report() {
    StringBuilder report = new StringBuilder();
    tallies.forEach((what, count) -> report.append("  %,10d %s%n".formatted(count, what)));
    described.forEach(
        (verdict, list) ->
            report.append(
                list.stream()
                    .map(each -> "%s: %s%n".formatted(verdict, each))
                    .collect(Collectors.joining())));
    return report.toString();
  }
}
