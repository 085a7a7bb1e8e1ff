package chat.parley.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java process that we start. */
final class JavaProgram {
  private JavaProgram() {}

  static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  static Path executable() {
    return home().resolve("bin/java");
  }

  /** One of the launcher's own programs. */
  static List<String> ofLauncher(Layout layout, List<String> options, Class<?> main) {
    List<String> command = new ArrayList<>();
    command.add(executable().toString());
    command.addAll(options);
    command.add("-cp");
    command.add(layout.launcherJar().toString());
    command.add(main.getName());
    return command;
  }
}
