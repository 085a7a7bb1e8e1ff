package chat.parley.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the processes of the system, with its log. The log of the last run stays as {@code .1}.
 */
final class ChildProcess {
  private final String name;
  private final String title;
  private final Path log;
  private final Process process;
  private volatile boolean stopping;

  private ChildProcess(String name, String title, Path log, Process process) {
    this.name = name;
    this.title = title;
    this.log = log;
    this.process = process;
  }

  /**
   * @param name short, as in the name of its log
   * @param title as a person calls it
   */
  static ChildProcess start(
      String name,
      String title,
      Path log,
      Path directory,
      List<String> command,
      Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      return new ChildProcess(name, title, log, builder.start());
    } catch (IOException refused) {
      throw new LaunchFailure(
          "%s could not be started: %s.".formatted(title, refused.getMessage()), refused);
    }
  }

  /** Makes room for the log of a new run. */
  static void rotate(Path log) {
    try {
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException refused) {
      throw new LaunchFailure("The log " + log + " can't be written.", refused);
    }
  }

  String name() {
    return name;
  }

  String title() {
    return title;
  }

  Path log() {
    return log;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Returns when the process has ended. */
  void awaitEnd() {
    process.toHandle().onExit().join();
  }

  /** True once we asked it to end: what follows is no accident. */
  boolean isStopping() {
    return stopping;
  }

  boolean stop(String signal, Duration patience) {
    stopping = true;
    return Signals.end(process.toHandle(), signal, patience);
  }

  void kill() {
    stopping = true;
    process.destroyForcibly();
    Signals.isGoneWithin(process.toHandle(), Duration.ofSeconds(10));
  }

  /** One sentence about an end that nobody asked for. */
  String obituary() {
    // The handle, which tells of the end, can be a moment ahead of the process, which has the code.
    int code = process.onExit().join().exitValue();
    String how = code > 128 ? "killed by signal " + (code - 128) : "exit code " + code;
    String last = lastWords();
    return "%s ended unexpectedly (%s%s); its log is %s."
        .formatted(title, how, last == null ? "" : ": " + last, log);
  }

  /** The last line of the log that says something went wrong, else its last line. */
  private @Nullable String lastWords() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      List<String> recent = lines.subList(Math.max(0, lines.size() - 50), lines.size());
      for (int i = recent.size() - 1; i >= 0; i--) {
        if (recent.get(i).matches("(?i).*(fatal|error|exception|no space|denied|refused).*")) {
          return shortened(recent.get(i));
        }
      }
      return recent.isEmpty() ? null : shortened(recent.get(recent.size() - 1));
    } catch (IOException unreadable) {
      return null;
    }
  }

  static String shortened(String line) {
    return line.length() <= 200 ? line : line.substring(0, 200) + "...";
  }
}
