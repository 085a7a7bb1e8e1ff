package chat.parley.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processes that a killed launcher left behind. */
final class Orphans {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Orphans() {}

  /**
   * Ends those that still run, application servers first; a process that merely has the id of one
   * is left alone.
   *
   * @return how many there were
   */
  static int end(RunState last, Layout layout) {
    List<Map.Entry<String, RunState.Identity>> found = new ArrayList<>();
    last.children()
        .forEach(
            (name, identity) -> {
              if (identity.alive().isPresent()) {
                found.add(Map.entry(name, identity));
              }
            });
    found.sort((a, b) -> Boolean.compare(rank(a.getKey()), rank(b.getKey())));
    for (Map.Entry<String, RunState.Identity> each : found) {
      each.getValue()
          .alive()
          .ifPresent(
              handle ->
                  Signals.end(
                      handle, each.getKey().equals(Postgres.NAME) ? "INT" : "TERM", PATIENCE));
    }
    // A launcher that was killed between a start and its note.
    boolean database =
        Postgres.postmaster(layout.data("postgres"))
            .map(handle -> Signals.end(handle, "INT", PATIENCE))
            .isPresent();
    return found.size() + (database ? 1 : 0);
  }

  private static boolean rank(String name) {
    return !name.startsWith("parley-");
  }
}
