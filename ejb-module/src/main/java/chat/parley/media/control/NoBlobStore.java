package chat.parley.media.control;

import chat.parley.media.Blob;
import chat.parley.media.BlobName;
import chat.parley.media.BlobStore;
import chat.parley.platform.Unavailable;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Of an installation that keeps no uploads. */
final class NoBlobStore implements BlobStore {

  @Override
  public void put(BlobName name, Blob blob) {
    throw new Unavailable("This installation keeps no uploads.");
  }

  @Override
  public Optional<byte[]> get(BlobName name, int length) {
    return Optional.empty();
  }

  @Override
  public void put(BlobName name, String type, InputStream bytes, int length) {
    throw new Unavailable("This installation keeps no uploads.");
  }

  @Override
  public Optional<InputStream> open(BlobName name, int from, int length) {
    return Optional.empty();
  }

  @Override
  public OptionalLong length(BlobName name) {
    return OptionalLong.empty();
  }

  @Override
  public boolean hasRoom(long bytes) {
    throw new Unavailable("This installation keeps no uploads.");
  }

  @Override
  public boolean exists(BlobName name) {
    return false;
  }

  @Override
  public void delete(BlobName name) {
    throw new Unavailable("This installation keeps no uploads.");
  }

  @Override
  public Optional<URI> link(BlobName name, Duration goodFor) {
    return Optional.empty();
  }
}
