package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.NotAnMlsMessage;
import chat.parley.conversation.PeopleApart;
import chat.parley.conversation.Seat;
import chat.parley.identity.AccountDeleted;
import chat.parley.journal.AppendGuard;
import chat.parley.journal.NewEntry;
import chat.parley.platform.Forbidden;
import chat.parley.platform.InvalidInput;
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

  /**
   * Members who may write messages by the rules of the group, or by what the two decided, in a
   * conversation that the server can read.
   */
  public static final MembersOnly POSTING = new MembersOnly(Asks.POSTING);

  /** The same in a conversation that is encrypted end to end. */
  public static final MembersOnly POSTING_ENCRYPTED = new MembersOnly(Asks.POSTING_ENCRYPTED);

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
    POSTING_ENCRYPTED,
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
      ParleyException refusal =
          row == null || !row.membership().isCurrent() ? new NotFound() : refusal(row);
      if (refusal != null) {
        refusals.put(entry, refusal);
      }
    }
    return refusals;
  }

  /** Why a member may not write this; null when he may. */
  private @Nullable ParleyException refusal(MemberTable.Row row) {
    return switch (asks) {
      case MEMBERSHIP -> null;
      case LEADING ->
          row.membership().role().isAtLeast(GroupRole.ADMIN)
              ? null
              : new Forbidden("Only an admin of this group can do this.");
      case POSTING, POSTING_ENCRYPTED -> postingRefusal(row);
    };
  }

  private @Nullable ParleyException postingRefusal(MemberTable.Row row) {
    if (row.alone()) {
      return new AccountDeleted();
    } else if (row.apart()) {
      return new PeopleApart();
    } else if (!row.mayPost()) {
      return new Forbidden("Only the admins of this group write messages.");
    } else if (row.kind() == ConversationKind.E2EE && asks == Asks.POSTING) {
      return new NotAnMlsMessage(
          "This conversation is encrypted end to end: its messages are too.");
    } else if (row.kind() == ConversationKind.SEALED && asks == Asks.POSTING_ENCRYPTED) {
      return new InvalidInput("/epoch", "This conversation is sealed: it has no epochs.");
    }
    return null;
  }

  private static @Nullable Seat seat(NewEntry entry) {
    return entry.by() == null
        ? null
        : new Seat(new ConversationId(entry.stream().owner()), entry.by());
  }
}
