package chat.parley.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line, understood. */
record Arguments(
    String command,
    Path project,
    Path home,
    int instances,
    @Nullable Integer portBase,
    boolean freePorts,
    boolean fast) {

  static Arguments parse(List<String> line) {
    Deque<String> rest = new ArrayDeque<>(line);
    String command = rest.isEmpty() ? "help" : rest.removeFirst();
    Path project = Path.of(System.getProperty("parley.project", ".")).toAbsolutePath().normalize();
    Path home = project.resolve(".parley");
    int instances = 1;
    Integer portBase = null;
    boolean freePorts = false;
    boolean fast = false;
    while (!rest.isEmpty()) {
      String option = rest.removeFirst();
      switch (option) {
        case "--instances" -> instances = number(option, rest.pollFirst());
        case "--port-base" -> portBase = number(option, rest.pollFirst());
        case "--free-ports" -> freePorts = true;
        case "--fast-start" -> fast = true;
        case "--home" -> home = Path.of(value(option, rest.pollFirst())).toAbsolutePath();
        default ->
            throw new LaunchFailure(
                "I don't know the option " + option + " of " + command + ": see ./parley help.");
      }
    }
    return new Arguments(command, project, home.normalize(), instances, portBase, freePorts, fast);
  }

  Layout layout() {
    return new Layout(project, home);
  }

  Ports ports() {
    if (freePorts) {
      return Ports.free(instances);
    }
    return portBase == null ? Ports.usual(instances) : Ports.from(portBase, instances);
  }

  private static String value(String option, @Nullable String value) {
    if (value == null) {
      throw new LaunchFailure(option + " needs a value.");
    }
    return value;
  }

  private static int number(String option, @Nullable String value) {
    try {
      return Integer.parseInt(value(option, value));
    } catch (NumberFormatException none) {
      throw new LaunchFailure(option + " needs a number, not " + value + ".", none);
    }
  }
}
