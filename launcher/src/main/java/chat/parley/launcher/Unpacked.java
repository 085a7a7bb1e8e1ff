package chat.parley.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Something made once in the cache, whole or not at all, also when two processes want it at once.
 */
final class Unpacked {
  private Unpacked() {}

  /** Fills an empty folder. */
  interface Filler {
    void fill(Path fresh) throws IOException;
  }

  static synchronized Path once(Path target, Filler filler) {
    if (Files.isDirectory(target)) {
      return target;
    }
    try {
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (held.isValid() && !Files.isDirectory(target)) {
          Path fresh = target.resolveSibling(target.getFileName() + ".new");
          Layout.deleteTree(fresh);
          Files.createDirectories(fresh);
          filler.fill(fresh);
          Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        }
      }
      return target;
    } catch (IOException | UncheckedIOException failed) {
      throw new LaunchFailure(
          "%s could not be unpacked: %s.".formatted(target, failed.getMessage()), failed);
    }
  }
}
