package chat.parley.launcher;

import java.time.Duration;

/** Who is told how a start goes. */
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (part, took) -> {};

  /** A part answers, this long after its start. */
  void ready(String part, Duration took);
}
