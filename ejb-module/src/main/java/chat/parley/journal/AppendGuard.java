package chat.parley.journal;

import chat.parley.platform.ParleyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * A condition that an upper feature puts on its entries, checked inside the transaction that writes
 * them and after their streams' counters are locked: whatever changes the condition appends to the
 * same stream, so the answer holds at exactly the {@code seq} the entry will get.
 */
@FunctionalInterface
public interface AppendGuard {

  /** No condition: for entries that the server itself makes. */
  AppendGuard NONE = (connection, entries) -> Map.of();

  /**
   * Checks a batch.
   *
   * @param connection the open transaction; only for reading
   * @param entries the entries under this guard, at least one
   * @return a refusal for each entry that must not be written; the others are
   */
  Map<NewEntry, ParleyException> refuse(Connection connection, List<NewEntry> entries)
      throws SQLException;
}
