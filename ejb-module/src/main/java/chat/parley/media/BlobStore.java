package chat.parley.media;

import chat.parley.platform.WireBytes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where bytes are kept, one place for all instances: what one has put the others get at once. Who
 * may see what, and what is kept for how long, is not decided here.
 *
 * <p>Every method throws {@link chat.parley.platform.Unavailable} when the place does not answer.
 */
public interface BlobStore {

  /** The most bytes of one blob, in whatever store. */
  int MOST_BYTES = 64 * 1024 * 1024;

  /**
   * Keeps bytes under a name. They are there whole, and outlast a failure of power, when this
   * returns; before that nobody gets a part of them.
   *
   * @throws IllegalArgumentException when they are more than {@link #MOST_BYTES}
   */
  void put(BlobName name, Blob blob);

  /**
   * The bytes of a name; empty when there are none.
   *
   * @param length how many they are: a store that has more or fewer does not have them
   */
  Optional<byte[]> get(BlobName name, int length);

  /**
   * Keeps bytes that come as a stream, which nobody holds as a whole; otherwise as the other one.
   *
   * @param length how many of them are read; the stream is left open
   * @throws IOException when the stream breaks off: then nothing is kept
   * @throws StoreFull when there is no room for them
   * @throws IllegalArgumentException when they are more than {@link #MOST_BYTES}
   */
  void put(BlobName name, String type, InputStream bytes, int length) throws IOException;

  /**
   * Bytes of a name from a place on, to be closed by whoever reads them; empty when there are none.
   * A store that loses them meanwhile breaks the stream off.
   *
   * @param from how many bytes are passed over
   * @param length how many are read
   */
  Optional<InputStream> open(BlobName name, int from, int length);

  /** How many bytes there are of that name; empty when there are none. */
  OptionalLong length(BlobName name);

  /** Whether so many bytes more find room, as far as that is known. */
  boolean hasRoom(long bytes);

  /** Whether there are bytes of that name. */
  boolean exists(BlobName name);

  /** Forgets the bytes of a name, and what a put that did not end has left. Harmless to repeat. */
  void delete(BlobName name);

  /**
   * An address at which whoever holds it gets the bytes for so long, without asking Parley; empty
   * when this store gives none.
   */
  Optional<URI> link(BlobName name, Duration goodFor);

  /**
   * Where pages go with what {@link #signedPut} and {@link #signedGet} sign, as a source of a
   * Content-Security-Policy; empty when this store signs nothing for them.
   */
  default Optional<String> pageSource() {
    return Optional.empty();
  }

  /**
   * A request that puts exactly these bytes under a name; empty when this store signs none. It may
   * be made again until it is over, also after the bytes were deleted.
   *
   * @param sha256 of the bytes
   */
  default Optional<SignedRequest> signedPut(
      BlobName name, String type, int length, WireBytes sha256, Duration goodFor) {
    return Optional.empty();
  }

  /**
   * A request for the bytes of a name, or a span of them, which a browser saves and does not show;
   * empty when this store signs none.
   */
  default Optional<SignedRequest> signedGet(BlobName name, Duration goodFor) {
    return Optional.empty();
  }
}
