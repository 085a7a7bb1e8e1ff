package chat.parley.attachment.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import chat.parley.attachment.AttachmentTaken;
import chat.parley.attachment.BeginAttachment;
import chat.parley.attachment.control.AttachmentTable;
import chat.parley.attachment.control.AttachmentTable.Gone;
import chat.parley.attachment.control.PartStore;
import chat.parley.budget.boundary.StorageBudget;
import chat.parley.media.MediaId;
import chat.parley.platform.Limits;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The steps that happen as a whole or not at all; each is a transaction of its own. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class AttachmentSteps {

  @EJB private StorageBudget storage;
  @Inject private AttachmentTable table;
  @Inject private PartStore parts;
  @Inject private Clock clock;

  /**
   * Makes sure that there is room in the budgets.
   *
   * @throws chat.parley.budget.OutOfBudget when there is none
   */
  public void requireRoom(BeginAttachment wish) {
    storage.requireRoom(wish.by(), wish.bytes());
  }

  /**
   * Notes what is about to be uploaded, which takes its room.
   *
   * @return false when there is something of that id
   * @throws chat.parley.budget.OutOfBudget when there is no room in the budgets
   */
  public boolean insert(BeginAttachment wish) {
    storage.requireRoom(wish.by(), wish.bytes());
    return table.insert(wish, clock.instant());
  }

  /**
   * Notes that parts may come past the instances for as long as a signed request is good, and for
   * as long as what it has begun may take: until then the row stays.
   *
   * @throws AttachmentTaken when no parts are to come any more
   */
  public void lend(MediaId id) {
    Instant until = clock.instant().plus(Limits.ATTACHMENT_LINK).plus(Limits.BLOB_WRITTEN_WITHIN);
    if (!table.lend(id, until)) {
      throw new AttachmentTaken();
    }
  }

  /** All of it has arrived. */
  public void complete(MediaId id) {
    table.complete(id);
  }

  /** Gives up what no message names. */
  public void cancel(MediaId id) {
    table.cancel(id, clock.instant());
  }

  /**
   * Removes some of what no message names any more, from the store first: whoever dies in between
   * leaves the row, and the next one goes on.
   *
   * @return whether there may be more
   */
  public boolean sweep() {
    Instant now = clock.instant();
    table.expire(now);
    List<Gone> gone = table.gone(now);
    for (Gone each : gone) {
      parts.delete(each.id(), each.parts());
      if (each.writableUntil() == null || each.writableUntil().isBefore(now)) {
        table.forget(each.id());
      } else {
        table.leave(each.id());
      }
    }
    return gone.size() == Limits.BLOBS_AT_ONCE;
  }
}
