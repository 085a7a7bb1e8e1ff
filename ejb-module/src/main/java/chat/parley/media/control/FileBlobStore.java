package chat.parley.media.control;

import chat.parley.media.Blob;
import chat.parley.media.BlobName;
import chat.parley.media.BlobStore;
import chat.parley.media.MediaLog;
import chat.parley.platform.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps bytes as files below one folder, which all instances share. A file gets its name when it is
 * written to the disk; the folder of a name are the last letters of its id, which are random.
 */
final class FileBlobStore implements BlobStore {

  private static final int FOLDER_LETTERS = 2;

  /** Of a file that is being written. */
  private static final String PART = ".part";

  private final Path root;

  FileBlobStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public void put(BlobName name, Blob blob) {
    if (blob.length() > MOST_BYTES) {
      throw new IllegalArgumentException("too many bytes: " + blob.length());
    }
    Path file = file(name);
    try {
      Path folder = folder(name);
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        force(root);
      }
      Path part = part(file);
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(blob.bytes());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      force(folder);
    } catch (IOException e) {
      throw away(e);
    }
  }

  /** What a folder holds outlasts a failure of power only when the folder is written, too. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public Optional<byte[]> get(BlobName name, int length) {
    try (InputStream file = Files.newInputStream(file(name))) {
      byte[] bytes = file.readNBytes(length + 1);
      return bytes.length == length ? Optional.of(bytes) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw away(e);
    }
  }

  @Override
  public boolean exists(BlobName name) {
    return Files.isRegularFile(file(name));
  }

  @Override
  public void delete(BlobName name) {
    Path file = file(name);
    try {
      Files.deleteIfExists(part(file));
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw away(e);
    }
  }

  @Override
  public Optional<URI> link(BlobName name, Duration goodFor) {
    return Optional.empty();
  }

  private Path folder(BlobName name) {
    String id = name.media().toString();
    return root.resolve(id.substring(id.length() - FOLDER_LETTERS));
  }

  private Path file(BlobName name) {
    return folder(name).resolve(name.toString());
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + PART);
  }

  private static Unavailable away(IOException cause) {
    MediaLog.LOG.storeAway(cause.getClass().getSimpleName());
    Unavailable unavailable = new Unavailable("Uploads cannot be reached now.");
    unavailable.initCause(cause);
    return unavailable;
  }
}
