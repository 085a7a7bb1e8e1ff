package chat.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;

/** One shell that runs command after command, as a person at a terminal has it. */
public final class Shell implements AutoCloseable {

  private static final String END = "-- that was all --";

  private final Process process;
  private final Writer in;
  private final BufferedReader out;

  /**
   * A shell.
   *
   * @param folder where it stands
   * @param variables what it knows beside what this process does
   */
  public Shell(Path folder, Map<String, String> variables) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder("bash", "--noprofile", "--norc")
              .directory(folder.toFile())
              .redirectErrorStream(true);
      builder.environment().putAll(variables);
      process = builder.start();
      in = process.outputWriter(UTF_8);
      out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command and gives what it printed; a command that fails ends the test. */
  public String run(String command) {
    try {
      in.write(command + "\nprintf '\\n%s %d\\n' '" + END + "' $?\n");
      in.flush();
      StringBuilder printed = new StringBuilder();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(END)) {
          if (!line.equals(END + " 0")) {
            throw new AssertionError(command + "\nended with " + line + "\n" + printed);
          }
          return printed.toString();
        }
        printed.append(line).append('\n');
      }
      throw new AssertionError("the shell has gone: " + printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
