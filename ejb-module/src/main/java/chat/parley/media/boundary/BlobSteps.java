package chat.parley.media.boundary;

import chat.parley.budget.boundary.StorageBudget;
import chat.parley.media.Blob;
import chat.parley.media.BlobName;
import chat.parley.media.BlobStore;
import chat.parley.media.MediaOwner;
import chat.parley.media.control.BlobTable;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The steps of keeping that happen as a whole or not at all; each is a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BlobSteps {

  @EJB private StorageBudget storage;
  @Inject private BlobTable table;
  @Inject private BlobStore store;
  @Inject private Clock clock;

  /**
   * Makes sure that there is any room in the budgets.
   *
   * @throws chat.parley.budget.OutOfBudget when there is none
   */
  public void requireRoom(AccountId sender) {
    storage.requireRoom(sender, 1);
  }

  /**
   * Notes what is about to be put: from now on it is found, should nothing ever name it.
   *
   * @throws chat.parley.budget.OutOfBudget when there is no room for it in the budgets
   */
  public void reserve(AccountId sender, MediaOwner owner, Map<BlobName, Blob> blobs) {
    storage.requireRoom(sender, blobs.values().stream().mapToLong(Blob::length).sum());
    table.reserve(owner, blobs, clock.instant());
  }

  /**
   * Removes some of what nothing names any more, from the store first.
   *
   * @return whether there may be more
   */
  public boolean sweep() {
    List<BlobName> names = table.unnamed(clock.instant());
    for (BlobName name : names) {
      store.delete(name);
      table.forget(name);
    }
    return names.size() == Limits.BLOBS_AT_ONCE;
  }
}
