package chat.parley.torture;

import chat.parley.testing.RunningParley;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** {@code ./parley torture}: a campaign as long as one likes. */
public final class Torture {

  private static final int PASSED = 0;
  private static final int FAILED = 1;

  private Torture() {}

  /**
   * The command line.
   *
   * @param minutes how long faults happen, at least
   * @param home where the system and the histories lie
   */
  record Arguments(long minutes, long seed, Path home) {

    static Arguments parse(List<String> line) {
      long minutes = 5;
      long seed = ThreadLocalRandom.current().nextLong(1, 1_000_000);
      Path home = RunningParley.project().resolve(".parley/torture");
      Deque<String> rest = new ArrayDeque<>(line);
      while (!rest.isEmpty()) {
        String option = rest.removeFirst();
        String value = rest.pollFirst();
        switch (option) {
          case "--minutes" -> minutes = number(option, value);
          case "--seed" -> seed = number(option, value);
          case "--home" -> home = Path.of(text(option, value)).toAbsolutePath().normalize();
          default ->
              throw new IllegalArgumentException(
                  "I don't know the option " + option + " of torture: see ./parley help.");
        }
      }
      return new Arguments(minutes, seed, home);
    }

    private static long number(String option, String value) {
      try {
        return Long.parseUnsignedLong(text(option, value));
      } catch (NumberFormatException none) {
        throw new IllegalArgumentException(option + " needs a number, not " + value + ".", none);
      }
    }

    private static String text(String option, String value) {
      if (value == null) {
        throw new IllegalArgumentException(option + " needs a value.");
      }
      return value;
    }
  }

  public static void main(String[] line) {
    System.exit(run(List.of(line)));
  }

  private static int run(List<String> line) {
    Arguments arguments;
    try {
      arguments = Arguments.parse(line);
    } catch (IllegalArgumentException refused) {
      System.err.println("parley: " + refused.getMessage());
      return FAILED;
    }
    Campaign campaign =
        new Campaign(
            arguments.home(),
            arguments.seed(),
            Duration.ofMinutes(arguments.minutes()),
            System.out::println);
    System.out.printf("Seed %d; histories: %s%n", arguments.seed(), campaign.histories());
    Campaign.Result result = campaign.run();
    System.out.print(result.findings().report());
    System.out.println(result.line());
    return Campaign.isPassed(result) ? PASSED : FAILED;
  }
}
