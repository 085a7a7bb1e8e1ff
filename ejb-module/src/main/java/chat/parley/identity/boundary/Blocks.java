package chat.parley.identity.boundary;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.identity.AccountView;
import chat.parley.identity.BlockedPerson;
import chat.parley.identity.PersonBlocked;
import chat.parley.identity.TooManyBlocks;
import chat.parley.identity.control.BlockTable;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants nothing to do with whom. A block holds both ways: neither finds the other, sees his
 * profile or whether he is there, or writes to him. Every method throws {@link
 * chat.parley.platform.Unavailable} when the database does not answer.
 */
@Stateless
public class Blocks {

  /** The word of a change in the person's own stream. */
  public static final String CHANGED = "block.changed";

  /** The lowest id there can be. */
  private static final AccountId FIRST = new AccountId(new UUID(0, 0));

  @Inject private BlockTable table;
  @EJB private Accounts accounts;
  @EJB private Journal journal;
  @Inject private Event<PersonBlocked> blocked;
  @Inject private Clock clock;

  /**
   * Blocks somebody. To repeat it does nothing. The other is not told; the person's own devices
   * are.
   *
   * @throws NotFound when there is no such account
   * @throws InvalidInput when it is the caller
   * @throws TooManyBlocks when the caller blocks very many already
   */
  public void block(AccountId me, AccountId other) {
    if (me.equals(other)) {
      throw new InvalidInput("/person", "You cannot block yourself.");
    }
    table.lock(me);
    if (table.isBlocked(me, other)) {
      return;
    }
    if (table.count(me) >= Limits.BLOCKED_PEOPLE) {
      throw new TooManyBlocks();
    }
    table.block(me, other, clock.instant());
    if (!table.isBlocked(me, other)) {
      throw new NotFound();
    }
    blocked.fire(new PersonBlocked(me, other));
    tell(me, other, true);
  }

  /** Ends a block. To repeat it does nothing. */
  public void unblock(AccountId me, AccountId other) {
    table.lock(me);
    if (table.unblock(me, other)) {
      tell(me, other, false);
    }
  }

  /**
   * Whom a person blocks, in the order of their ids.
   *
   * @param after the cursor of the page before; null for the first
   * @param limit how many at most, 1 or more
   * @throws InvalidInput when the cursor is none
   */
  @TransactionAttribute(SUPPORTS)
  public Page<BlockedPerson> list(AccountId me, @Nullable String after, int limit) {
    List<BlockTable.Block> found = table.list(me, after == null ? FIRST : cursor(after), limit + 1);
    List<BlockTable.Block> page = found.stream().limit(limit).toList();
    Map<AccountId, AccountView> people =
        accounts.views(page.stream().map(BlockTable.Block::blocked).toList());
    List<BlockedPerson> items = new ArrayList<>();
    for (BlockTable.Block block : page) {
      AccountView person = people.get(block.blocked());
      if (person != null) {
        items.add(new BlockedPerson(person, block.since()));
      }
    }
    return new Page<>(
        items, found.size() > limit ? page.get(page.size() - 1).blocked().toString() : null);
  }

  /** Those of these people whom the viewer blocks, or who block him. */
  @TransactionAttribute(SUPPORTS)
  public Set<AccountId> apart(AccountId viewer, Collection<AccountId> people) {
    return people.isEmpty() ? Set.of() : table.apart(viewer, people);
  }

  /** Whether one of the two blocks the other. */
  @TransactionAttribute(SUPPORTS)
  public boolean isApart(AccountId one, AccountId other) {
    return !apart(one, List.of(other)).isEmpty();
  }

  /** All whom a person blocks, and who block him. */
  @TransactionAttribute(SUPPORTS)
  public Set<AccountId> around(AccountId person) {
    return table.around(person);
  }

  private void tell(AccountId me, AccountId other, boolean isBlocked) {
    journal.appendInTransaction(
        List.of(
            new NewEntry(
                StreamId.user(me.value()),
                CHANGED,
                me,
                null,
                null,
                "{\"person\":\"" + other + "\",\"blocked\":" + isBlocked + "}")));
  }

  private static AccountId cursor(String text) {
    try {
      return new AccountId(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("/after", "Not a cursor of this list.");
    }
  }
}
