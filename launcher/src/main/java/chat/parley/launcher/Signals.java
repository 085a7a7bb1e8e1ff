package chat.parley.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ending processes politely first. */
final class Signals {
  private Signals() {}

  /** Sends a signal by name ({@code INT}, {@code TERM}); a process that is gone is no error. */
  static void send(ProcessHandle process, String signal) {
    if (!process.isAlive()) {
      return;
    }
    if (signal.equals("TERM")) {
      process.destroy();
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noKill) {
      process.destroy();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends a process and waits until it is gone: by the signal, and by force when it takes longer.
   *
   * @return whether force was not needed
   */
  static boolean end(ProcessHandle process, String signal, Duration patience) {
    send(process, signal);
    if (isGoneWithin(process, patience)) {
      return true;
    }
    process.destroyForcibly();
    isGoneWithin(process, Duration.ofSeconds(10));
    return false;
  }

  static boolean isGoneWithin(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
