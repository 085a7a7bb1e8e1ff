package chat.parley.media.control;

import chat.parley.media.Blob;
import chat.parley.media.BlobName;
import chat.parley.media.BlobStore;
import chat.parley.media.MediaLog;
import chat.parley.media.StoreFull;
import chat.parley.platform.Ids;
import chat.parley.platform.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps bytes as files below one folder, which all instances share. A file gets its name when it is
 * written to the disk; the folder of a name are the last letters of its id, which are random.
 */
final class FileBlobStore implements BlobStore {

  private static final int FOLDER_LETTERS = 2;

  /** Of a file that is being written. */
  private static final String PART = ".part";

  private static final int BUFFER_BYTES = 64 * 1024;

  private final Path root;
  private final long keepFree;

  /**
   * A store.
   *
   * @param root the folder; made when there is none
   * @param keepFree bytes of its disk that are left free
   */
  FileBlobStore(Path root, long keepFree) {
    this.root = root.toAbsolutePath().normalize();
    this.keepFree = keepFree;
  }

  @Override
  public void put(BlobName name, Blob blob) {
    try {
      put(name, blob.type(), new ByteArrayInputStream(blob.bytes()), blob.length());
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory do not break off", e);
    }
  }

  @Override
  public void put(BlobName name, String type, InputStream bytes, int length) throws IOException {
    if (length > MOST_BYTES) {
      throw new IllegalArgumentException("too many bytes: " + length);
    }
    Path file = file(name);
    // Two who put the same at the same time write two files; the last name wins.
    Path part = file.resolveSibling(name + "." + Ids.next() + PART);
    boolean isWhole = false;
    try {
      Path folder = folder(name);
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        force(root);
      }
      requireRoom(length);
      isWhole = write(part, bytes, length);
      if (isWhole) {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
      }
    } catch (IOException e) {
      throw hasRoom(length) ? away(e) : new StoreFull();
    } finally {
      remove(part);
    }
    if (!isWhole) {
      throw new EOFException("fewer bytes than were announced");
    }
  }

  /** False when the stream breaks off; what is thrown is the disk's fault. */
  private static boolean write(Path part, InputStream bytes, int length) throws IOException {
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      int left = length;
      while (left > 0) {
        int read = read(bytes, buffer, Math.min(buffer.length, left));
        if (read < 0) {
          return false;
        }
        ByteBuffer piece = ByteBuffer.wrap(buffer, 0, read);
        while (piece.hasRemaining()) {
          channel.write(piece);
        }
        left -= read;
      }
      channel.force(true);
      return true;
    }
  }

  private static int read(InputStream bytes, byte[] buffer, int most) {
    try {
      return bytes.read(buffer, 0, most);
    } catch (IOException brokenOff) {
      return -1;
    }
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // It goes when its name is deleted.
      MediaLog.LOG.storeAway(e.getClass().getSimpleName());
    }
  }

  private void requireRoom(long bytes) {
    if (!hasRoom(bytes)) {
      throw new StoreFull();
    }
  }

  @Override
  public boolean hasRoom(long bytes) {
    Path place = Files.isDirectory(root) ? root : root.getParent();
    try {
      long free = place == null ? 0 : Files.getFileStore(place).getUsableSpace();
      if (free - bytes < keepFree) {
        MediaLog.LOG.full(free, keepFree);
        return false;
      }
      return true;
    } catch (IOException e) {
      throw away(e);
    }
  }

  @Override
  public Optional<InputStream> open(BlobName name, int from, int length) {
    try {
      FileChannel channel = FileChannel.open(file(name), StandardOpenOption.READ);
      channel.position(from);
      return Optional.of(new Section(Channels.newInputStream(channel), length));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw away(e);
    }
  }

  @Override
  public OptionalLong length(BlobName name) {
    try {
      return OptionalLong.of(Files.size(file(name)));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
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
    Path folder = folder(name);
    try {
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, name + ".*" + PART)) {
          for (Path part : parts) {
            Files.deleteIfExists(part);
          }
        }
      }
      Files.deleteIfExists(file(name));
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

  private static Unavailable away(IOException cause) {
    MediaLog.LOG.storeAway(cause.getClass().getSimpleName());
    Unavailable unavailable = new Unavailable("Uploads cannot be reached now.");
    unavailable.initCause(cause);
    return unavailable;
  }
}
