package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.PeopleApart;
import chat.parley.conversation.Seat;
import chat.parley.identity.AccountDeleted;
import chat.parley.journal.AppendGuard;
import chat.parley.journal.NewEntry;
import chat.parley.platform.Forbidden;
import chat.parley.platform.NotFound;
import chat.parley.platform.ParleyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Only members write to a conversation. Asked once for a batch, in the transaction that writes it
 * and after the streams are locked: who leaves or is removed appends to the same stream, as does
 * who changes the rules, so nothing is written behind the removal.
 */
public final class MembersOnly implements AppendGuard {

  /** Whoever is a member. Entries under the same guard are checked together. */
  public static final MembersOnly GUARD = new MembersOnly(Asks.MEMBERSHIP);

  /** Members who may write messages by the rules of the group, or by what the two decided. */
  public static final MembersOnly POSTING = new MembersOnly(Asks.POSTING);

  /** Members who lead the group: its admins and owners. */
  public static final MembersOnly LEADING = new MembersOnly(Asks.LEADING);

  private final Asks asks;

  private MembersOnly(Asks asks) {
    this.asks = asks;
  }

  /** What a guard asks of who writes. */
  private enum Asks {
    MEMBERSHIP,
    POSTING,
    LEADING
  }

  @Override
  public Map<NewEntry, ParleyException> refuse(Connection connection, List<NewEntry> entries)
      throws SQLException {
    Set<Seat> asked = new HashSet<>();
    for (NewEntry entry : entries) {
      Seat seat = seat(entry);
      if (seat != null) {
        asked.add(seat);
      }
    }
    Map<Seat, MemberTable.Row> rows = MemberTable.of(connection, asked);
    Map<NewEntry, ParleyException> refusals = new HashMap<>();
    for (NewEntry entry : entries) {
      Seat seat = seat(entry);
      MemberTable.Row row = seat == null ? null : rows.get(seat);
      if (row == null || !row.membership().isCurrent()) {
        refusals.put(entry, new NotFound());
      } else if (asks == Asks.POSTING && row.alone()) {
        refusals.put(entry, new AccountDeleted());
      } else if (asks == Asks.POSTING && row.apart()) {
        refusals.put(entry, new PeopleApart());
      } else if (asks == Asks.POSTING && !row.mayPost()) {
        refusals.put(entry, new Forbidden("Only the admins of this group write messages."));
      } else if (asks == Asks.LEADING && !row.membership().role().isAtLeast(GroupRole.ADMIN)) {
        refusals.put(entry, new Forbidden("Only an admin of this group can do this."));
      }
    }
    return refusals;
  }

  private static @Nullable Seat seat(NewEntry entry) {
    return entry.by() == null
        ? null
        : new Seat(new ConversationId(entry.stream().owner()), entry.by());
  }
}
