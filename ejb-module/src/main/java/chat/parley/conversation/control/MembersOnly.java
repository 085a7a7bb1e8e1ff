package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Seat;
import chat.parley.journal.AppendGuard;
import chat.parley.journal.NewEntry;
import chat.parley.platform.NotFound;
import chat.parley.platform.ParleyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Only members write to a conversation. Asked once for a batch, in the transaction that writes it
 * and after the streams are locked: who leaves or is removed appends to the same stream, so nothing
 * is written behind the removal.
 */
public final class MembersOnly implements AppendGuard {

  /** The one guard: entries under the same guard are checked together. */
  public static final MembersOnly GUARD = new MembersOnly();

  private MembersOnly() {}

  @Override
  public Map<NewEntry, ParleyException> refuse(Connection connection, List<NewEntry> entries)
      throws SQLException {
    Set<Seat> asked = new HashSet<>();
    entries.forEach(entry -> seat(entry).ifPresent(asked::add));
    Set<Seat> taken = MemberTable.taken(connection, asked);
    Map<NewEntry, ParleyException> refusals = new HashMap<>();
    for (NewEntry entry : entries) {
      if (seat(entry).filter(taken::contains).isEmpty()) {
        refusals.put(entry, new NotFound());
      }
    }
    return refusals;
  }

  private static Optional<Seat> seat(NewEntry entry) {
    return Optional.ofNullable(entry.by())
        .map(account -> new Seat(new ConversationId(entry.stream().owner()), account));
  }
}
