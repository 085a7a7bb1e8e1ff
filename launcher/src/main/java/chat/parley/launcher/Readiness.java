package chat.parley.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waiting for a process to answer, or to die. */
final class Readiness {
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(150);

  private Readiness() {}

  /**
   * Returns when the probe succeeds.
   *
   * @throws LaunchFailure when the process ends first or the time is over
   */
  static void await(ChildProcess child, BooleanSupplier probe, Duration patience) {
    Instant deadline = Instant.now().plus(patience);
    while (!probe.getAsBoolean()) {
      if (Signals.isGoneWithin(child.handle(), BETWEEN_PROBES)) {
        if (child.isStopping()) {
          throw new LaunchFailure(child.title() + " was stopped while starting.");
        }
        throw new LaunchFailure(child.obituary());
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new LaunchFailure("The start was broken off.");
      }
      if (Instant.now().isAfter(deadline)) {
        throw new LaunchFailure(
            "%s did not answer within %d s; its log is %s."
                .formatted(child.title(), patience.toSeconds(), child.log()));
      }
    }
  }

  static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(Loopback.ADDRESS, port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
