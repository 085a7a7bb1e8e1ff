package chat.parley.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What an upper feature writes together with new entries, in the transaction that writes them: jobs
 * that must follow from them. Every bean of this type is called once per batch, after its entries
 * were inserted and while their streams' counters are locked, so it is quick: at most one
 * statement, and none when nothing follows. What it throws takes the batch back.
 *
 * <p>The transaction may still fail; the batch, or a part of it, is then written again with another
 * call. {@link EntriesAppended} tells what was committed.
 */
@FunctionalInterface
public interface AppendFollower {

  /** Nothing follows. */
  AppendFollower NONE = (connection, entries) -> {};

  /**
   * Writes what follows.
   *
   * @param connection the open transaction
   * @param entries the new entries in the order of their streams' sequences, at least one
   */
  void follow(Connection connection, List<FreshEntry> entries) throws SQLException;
}
