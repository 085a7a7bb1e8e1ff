package chat.parley.media.boundary;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import chat.parley.media.MediaId;
import chat.parley.media.MediaOwner;
import chat.parley.media.control.BlobTable;
import chat.parley.platform.Unavailable;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * What is kept, and for how long: a feature says in its own transaction what it names and what it
 * names no more. What nothing names is removed a while later, also when it never was.
 *
 * <p>Every method throws {@link Unavailable} when the database does not answer.
 */
@Stateless
@TransactionAttribute(MANDATORY)
public class Blobs {

  @Inject private BlobTable table;
  @Inject private Clock clock;

  /**
   * Keeps what was just taken in for this owner, from the caller's commit on.
   *
   * @throws Unavailable when that was so long ago that it is gone
   */
  public void keep(MediaOwner owner, MediaId media) {
    if (!table.keep(owner, media, clock.instant())) {
      throw new Unavailable("The upload took too long.");
    }
  }

  /** Gives up what was kept, from the caller's commit on. Harmless to repeat. */
  public void release(MediaId media) {
    table.release(media, clock.instant());
  }

  /** Gives up all that was kept for an owner, from the caller's commit on. */
  public void releaseOf(MediaOwner owner) {
    table.releaseOf(owner, clock.instant());
  }
}
