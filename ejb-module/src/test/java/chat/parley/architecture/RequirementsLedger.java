package chat.parley.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table of {@code docs/requirements.md}, and what is wrong with it. */
record RequirementsLedger(List<Line> lines) {

  /** How far a requirement is. */
  enum State {
    MET,
    PARTLY,
    DOCUMENTED,
    OPEN
  }

  /**
   * One requirement.
   *
   * @param number for example {@code S0-01} or {@code K1}
   * @param state how far it is
   * @param proof the last column as it stands
   */
  record Line(String number, State state, String proof) {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The tests that the proof names: what stands in back-ticks. */
    List<String> tests() {
      return CODE.matcher(proof).results().map(match -> match.group(1)).toList();
    }
  }

  private static final Pattern ROW =
      Pattern.compile("\\| ([SK][0-9]+(?:-[0-9]{2})?) \\| .* \\| ([a-z]+) \\| ?(.*)\\|");

  /** The sections with the count of their numbers. */
  private static final int[] SECTION_SIZES = {99, 55, 37, 95, 41};

  private static final int CONFLICTS = 18;

  static RequirementsLedger parse(String text) {
    return new RequirementsLedger(
        text.lines()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(
                row ->
                    new Line(
                        row.group(1),
                        State.valueOf(row.group(2).toUpperCase(Locale.ROOT)),
                        row.group(3).strip()))
            .toList());
  }

  /** Every number that must stand in the ledger, in order. */
  static List<String> numbersOwed() {
    return Stream.concat(
            IntStream.range(0, SECTION_SIZES.length)
                .boxed()
                .flatMap(
                    section ->
                        IntStream.rangeClosed(1, SECTION_SIZES[section])
                            .mapToObj(
                                number -> String.format(Locale.ROOT, "S%d-%02d", section, number))),
            IntStream.rangeClosed(1, CONFLICTS).mapToObj(number -> "K" + number))
        .toList();
  }

  /** What is wrong, one sentence each; empty when the ledger holds. */
  List<String> faults(TestCatalogue catalogue) {
    List<String> faults = new ArrayList<>();
    List<String> numbers = lines.stream().map(Line::number).toList();
    List<String> missing = new ArrayList<>(numbersOwed());
    missing.removeAll(numbers);
    missing.forEach(number -> faults.add(number + " is missing"));
    numbers.stream()
        .filter(number -> numbers.indexOf(number) != numbers.lastIndexOf(number))
        .distinct()
        .forEach(number -> faults.add(number + " stands there twice"));
    numbers.stream()
        .filter(number -> !numbersOwed().contains(number))
        .forEach(number -> faults.add(number + " is not a number we know"));
    for (Line line : lines) {
      boolean namesTests = !line.tests().isEmpty();
      switch (line.state()) {
        case MET -> addUnless(namesTests, faults, line, "is met but names no test");
        case PARTLY -> {
          addUnless(namesTests, faults, line, "is partly met but names no test");
          addUnless(
              line.proof().contains("missing: "),
              faults,
              line,
              "is partly met but does not say what it lacks");
        }
        case DOCUMENTED ->
            addUnless(line.proof().contains("]("), faults, line, "is documented but links no page");
        case OPEN -> addUnless(!namesTests, faults, line, "is open but names a test");
      }
      line.tests().stream()
          .filter(test -> !catalogue.contains(test))
          .forEach(test -> faults.add(line.number() + " names a test that is not there: " + test));
    }
    return faults;
  }

  private static void addUnless(boolean holds, List<String> faults, Line line, String fault) {
    if (!holds) {
      faults.add(line.number() + " " + fault);
    }
  }
}
