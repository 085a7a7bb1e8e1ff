package chat.parley.torture.nemesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes processes stand still and go on. */
final class Signal {

  private Signal() {}

  /** Stops a process and its children where they are. */
  static void pause(ProcessHandle process) {
    send("STOP", process);
  }

  /** Lets them go on. */
  static void resume(ProcessHandle process) {
    send("CONT", process);
  }

  private static void send(String signal, ProcessHandle process) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    Stream.concat(Stream.of(process), process.descendants())
        .forEach(each -> command.add(Long.toString(each.pid())));
    try {
      // One of the children may be gone by now, which is no fault.
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noKill) {
      throw new UncheckedIOException(noKill);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
