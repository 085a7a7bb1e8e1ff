package chat.parley.torture.nemesis;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file system of its own in memory, which can be filled without filling anybody else's. The
 * broker wants 512 MB free, so it takes little to make it feel full. Needs the right to mount.
 */
public final class SmallDisk implements AutoCloseable {

  private static final int SIZE_MB = 640;
  private static final int FILLED_MB = 140;

  private final Path folder;
  private final Thread hook = new Thread(this::unmount, "unmount");

  private SmallDisk(Path folder) {
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** A disk, when this machine lets us have one. */
  public static Optional<SmallDisk> mount() {
    try {
      Path folder = Files.createTempDirectory("parley-broker-disk");
      if (run("mount", "-t", "tmpfs", "-o", "size=" + SIZE_MB + "m", "tmpfs", folder.toString())) {
        return Optional.of(new SmallDisk(folder));
      }
      Files.delete(folder);
      return Optional.empty();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Lets a folder that does not exist yet lie on this disk. */
  public void take(Path place) {
    try {
      Files.deleteIfExists(place);
      Files.createDirectories(place.getParent());
      Files.createSymbolicLink(place, folder);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Leaves less free than the broker wants. */
  public void fill() {
    byte[] block = new byte[1024 * 1024];
    try (OutputStream out = Files.newOutputStream(folder.resolve("filler"))) {
      for (int i = 0; i < FILLED_MB; i++) {
        out.write(block);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Gives the room back. */
  public void free() {
    try {
      Files.deleteIfExists(folder.resolve("filler"));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    unmount();
  }

  private void unmount() {
    try {
      if (run("umount", "--lazy", folder.toString())) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
