package chat.parley.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The script {@code parley}, run as a person at a terminal does. */
final class Script implements AutoCloseable {
  private static final Path PROJECT =
      Path.of(System.getProperty("parley.project", "..")).toAbsolutePath().normalize();

  private final Process process;
  private final Path output;

  /**
   * What a finished command left.
   *
   * @param output both what it said and what it complained of
   */
  record Ended(int status, String output) {
    /** The complaints: lines that begin with the name of the script. */
    List<String> complaints() {
      return output.lines().filter(line -> line.startsWith("parley: ")).toList();
    }
  }

  private Script(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Runs a command to its end, with nothing to read. */
  static Ended run(Path home, String... arguments) {
    return run(Map.of(), home, arguments);
  }

  /** The same with other variables in its environment. */
  static Ended run(Map<String, String> environment, Path home, String... arguments) {
    try (Script script = start(List.of(), environment, home, arguments)) {
      return script.end();
    }
  }

  /** Starts a command as the leader of its process group, as a terminal does. */
  static Script inTerminal(Path home, String... arguments) {
    // Whoever started us may have told us to ignore Ctrl-C, and a script cannot take that back.
    return start(List.of("setsid", "env", "--default-signal=INT"), Map.of(), home, arguments);
  }

  private static Script start(
      List<String> before, Map<String, String> environment, Path home, String... arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(PROJECT.resolve("parley").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--home", home.toString()));
    try {
      Path output = Files.createTempFile("parley", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      return new Script(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Presses Ctrl-C: a terminal sends the signal to the whole group. */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).inheritIO().start().waitFor();
  }

  /** What it has written until now. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end. */
  Ended end() {
    try {
      if (!process.waitFor(Duration.ofMinutes(3).toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("It does not end; it said: " + output());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Ended(process.exitValue(), output());
  }

  /** Leaves nothing behind of a command that a failed test did not wait for. */
  @Override
  public void close() {
    if (process.isAlive()) {
      process.destroy();
      end();
    }
    try {
      Files.deleteIfExists(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
