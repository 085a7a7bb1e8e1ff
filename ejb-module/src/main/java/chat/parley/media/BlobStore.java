package chat.parley.media;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

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

  /** Whether there are bytes of that name. */
  boolean exists(BlobName name);

  /** Forgets the bytes of a name, and what a put that did not end has left. Harmless to repeat. */
  void delete(BlobName name);

  /**
   * An address at which whoever holds it gets the bytes for so long, without asking Parley; empty
   * when this store gives none.
   */
  Optional<URI> link(BlobName name, Duration goodFor);
}
