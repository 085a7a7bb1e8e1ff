package chat.parley.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a launcher wrote about itself and its children, so that another one can find them after the
 * first was killed. A process is named by its id and its start time: ids are used again.
 */
final class RunState {
  static final String LAUNCHER = "launcher";

  /** Start times come from clock ticks; the same process may be read a little differently. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final Path file;
  private final Map<String, Identity> processes = new LinkedHashMap<>();
  private final Map<String, String> facts = new LinkedHashMap<>();

  /** One process in the past or present. */
  record Identity(long pid, Instant started) {
    static Identity of(ProcessHandle handle) {
      return new Identity(handle.pid(), handle.info().startInstant().orElse(Instant.now()));
    }

    /** The process, if it still runs: another one that got its id later does not count. */
    Optional<ProcessHandle> alive() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(
              handle ->
                  handle
                      .info()
                      .startInstant()
                      .map(now -> Duration.between(started, now).abs().compareTo(TOLERANCE) <= 0)
                      .orElse(false));
    }
  }

  private RunState(Path file) {
    this.file = file;
  }

  static RunState fresh(Path file) {
    return new RunState(file);
  }

  /** What the last launcher of this home wrote, if anything. */
  static RunState read(Path file) {
    RunState state = new RunState(file);
    if (!Files.exists(file)) {
      return state;
    }
    Properties lines = new Properties();
    try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.load(in);
    } catch (IOException unreadable) {
      throw new LaunchFailure(
          "The state of the last start in " + file + " can't be read.", unreadable);
    }
    for (String key : lines.stringPropertyNames().stream().sorted().toList()) {
      String value = lines.getProperty(key);
      if (key.startsWith("process.")) {
        String[] parts = value.split("@", 2);
        state.processes.put(
            key.substring("process.".length()),
            new Identity(Long.parseLong(parts[0]), Instant.parse(parts[1])));
      } else {
        state.facts.put(key, value);
      }
    }
    return state;
  }

  synchronized void put(String name, ProcessHandle handle) {
    processes.put(name, Identity.of(handle));
    write();
  }

  synchronized void remove(String name) {
    processes.remove(name);
    write();
  }

  synchronized void fact(String name, String value) {
    facts.put(name, value);
    write();
  }

  synchronized Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  /** The launcher that wrote this, if it still runs. */
  synchronized Optional<ProcessHandle> launcher() {
    return Optional.ofNullable(processes.get(LAUNCHER)).flatMap(Identity::alive);
  }

  /** Everything but the launcher itself. */
  synchronized Map<String, Identity> children() {
    Map<String, Identity> children = new LinkedHashMap<>(processes);
    children.remove(LAUNCHER);
    return children;
  }

  synchronized void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private void write() {
    Properties lines = new Properties();
    processes.forEach(
        (name, identity) ->
            lines.setProperty("process." + name, identity.pid() + "@" + identity.started()));
    facts.forEach(lines::setProperty);
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      try (var out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        lines.store(out, null);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
