package chat.parley.keys.control;

import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.AppendGuard;
import chat.parley.journal.NewEntry;
import chat.parley.keys.CommitNeeded;
import chat.parley.keys.EpochStale;
import chat.parley.platform.ParleyException;
import chat.parley.platform.boundary.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Messages are of the group's epoch, and are not written while somebody is in its tree who should
 * not hear them. Asked behind the lock of the stream, which whoever commits and whoever goes holds
 * too; whoever changes a key marks the group in his own transaction. Only groups that are marked
 * are looked at leaf by leaf.
 */
public final class EpochGuard implements AppendGuard {

  /** The guard. Entries under the same guard are checked together. */
  public static final EpochGuard GUARD = new EpochGuard();

  private static final String GROUPS =
      "SELECT g.conversation, g.epoch, CASE WHEN g.stale THEN EXISTS (SELECT FROM mls_leaf l"
          + " WHERE l.conversation = g.conversation AND (NOT EXISTS (SELECT FROM device_key k"
          + "   WHERE k.device = l.device AND k.account = l.account"
          + "   AND k.signature_key = l.signature_key)"
          + " OR NOT EXISTS (SELECT FROM conversation_member m WHERE m.conversation = l.conversation"
          + "   AND m.account = l.account AND m.left_seq IS NULL))) ELSE false END"
          + " FROM mls_group g WHERE g.conversation = ANY (?)";

  private EpochGuard() {}

  private record State(long epoch, boolean isStale) {}

  @Override
  public Map<NewEntry, ParleyException> refuse(Connection connection, List<NewEntry> entries)
      throws SQLException {
    Map<NewEntry, ParleyException> refusals =
        new HashMap<>(Memberships.postingEncryptedOnly().refuse(connection, entries));
    Map<UUID, State> states = states(connection, entries);
    for (NewEntry entry : entries) {
      if (!refusals.containsKey(entry)) {
        State state = states.getOrDefault(entry.stream().owner(), new State(0, false));
        if (ApplicationHeader.epoch(entry.body()) != state.epoch()) {
          refusals.put(entry, new EpochStale(state.epoch()));
        } else if (state.isStale()) {
          refusals.put(entry, new CommitNeeded());
        }
      }
    }
    return refusals;
  }

  private static Map<UUID, State> states(Connection connection, List<NewEntry> entries)
      throws SQLException {
    Map<UUID, State> states = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(GROUPS)) {
      select.setArray(
          1,
          connection.createArrayOf(
              "uuid", entries.stream().map(entry -> entry.stream().owner()).distinct().toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          states.put(Rows.uuid(row, 1), new State(row.getLong(2), row.getBoolean(3)));
        }
      }
    }
    return states;
  }
}
