package chat.parley.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things lie. {@code project} is the checked-out source with its builds; {@code home} is what
 * a running system writes (by default {@code .parley} in the project).
 */
public record Layout(Path project, Path home) {
  public Layout {
    project = project.toAbsolutePath().normalize();
    home = home.toAbsolutePath().normalize();
  }

  Path data(String what) {
    return home.resolve("data").resolve(what);
  }

  /** One readable file for each process. */
  public Path logs() {
    return home.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  Path keys() {
    return home.resolve("keys");
  }

  Path run() {
    return home.resolve("run");
  }

  Path state() {
    return run().resolve("state");
  }

  Path lock() {
    return run().resolve("lock");
  }

  /** Unpacked programs; the same for every home, so that tests share them. */
  Path cache() {
    return project.resolve(".parley").resolve("cache");
  }

  /** The launcher's own archive: its manifest names its libraries. */
  Path launcherJar() {
    return project.resolve("launcher/target/parley-launcher.jar");
  }

  Path deployment(String name) {
    return project.resolve("launcher/target/deploy").resolve(name);
  }

  void create() {
    try {
      for (Path each : List.of(home.resolve("data"), logs(), run(), cache())) {
        Files.createDirectories(each);
      }
      if (!Files.isDirectory(keys())) {
        Files.createDirectories(
            keys(),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException refused) {
      throw new LaunchFailure(
          "Parley can't write to " + home + " (" + refused.getMessage() + ").", refused);
    }
  }

  /** Deletes a tree, links themselves and not what they point at. */
  static void deleteTree(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
