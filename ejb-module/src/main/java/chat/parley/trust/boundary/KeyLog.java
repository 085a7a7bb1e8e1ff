package chat.parley.trust.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.WireBytes;
import chat.parley.trust.Checkpoint;
import chat.parley.trust.KeyLogEntry;
import chat.parley.trust.control.KeyLogTable;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The log of keys (RFC 9162): one leaf for every key of an account, every device that it states or
 * that is gone, and every wallet that vouches. Nothing leaves it and nothing changes.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class KeyLog {

  @EJB private KeyLogPlaces places;
  @Inject private KeyLogTable log;

  /** The newest checkpoint. */
  public Checkpoint checkpoint() {
    return places.checkpoint();
  }

  /**
   * That a leaf stands in the tree of the first so many leaves.
   *
   * @throws InvalidInput when there are not so many, or it is not among them
   */
  public List<WireBytes> inclusion(long place, long size) {
    requireSize("/size", size);
    if (place < 0 || place >= size) {
      throw new InvalidInput("/place", "A place in a log of this size is expected.");
    }
    return log.inclusion(place, size);
  }

  /**
   * That the tree of the first leaves is the beginning of a later one.
   *
   * @throws InvalidInput when there are not so many, or the first is no beginning
   */
  public List<WireBytes> consistency(long from, long to) {
    requireSize("/to", to);
    if (from < 1 || from > to) {
      throw new InvalidInput("/from", "A size from 1 to that of the later tree is expected.");
    }
    return log.consistency(from, to);
  }

  private void requireSize(String pointer, long size) {
    if (size < 1 || size > log.size()) {
      throw new InvalidInput(pointer, "A size that the log has had is expected.");
    }
  }

  /**
   * What the log says of an account, the newest {@link Limits#KEY_LOG_ENTRIES}.
   *
   * @throws NotFound unless it is the caller's, or they belong to a conversation together
   */
  public List<KeyLogEntry> entries(AccountId me, AccountId account) {
    if (!me.equals(account) && !log.shareConversation(me, account)) {
      throw new NotFound();
    }
    return log.entries(account, Limits.KEY_LOG_ENTRIES);
  }
}
