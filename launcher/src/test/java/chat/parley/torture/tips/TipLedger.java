package chat.parley.torture.tips;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database says of tips. */
final class TipLedger implements AutoCloseable {

  private final Connection database;

  /**
   * Reads from this connection.
   *
   * @param database is closed with it
   */
  TipLedger(Connection database) {
    this.database = database;
  }

  /**
   * A state that a tip has had.
   *
   * @param block null for none
   */
  record Step(String state, @Nullable Long block, @Nullable String blockHash) {

    boolean isFinal() {
      return state.equals("FINAL");
    }
  }

  /** How often a tip was looked at, all of them together. */
  long looks() {
    return each("SELECT coalesce(sum(look), 0) AS looks FROM tip", row -> row.getLong("looks"))
        .get(0);
  }

  /** The ids of those that can still change. */
  List<String> unsettled() {
    return each("SELECT id FROM tip WHERE NOT settled", row -> row.getString("id"));
  }

  /** All that a tip has been, in order. */
  List<Step> steps(String tip) {
    return each(
        "SELECT state, block, block_hash FROM tip_state WHERE tip = '" + tip + "' ORDER BY step",
        row ->
            new Step(
                row.getString("state"),
                row.getObject("block", Long.class),
                row.getString("block_hash")));
  }

  /** As if they had been promised an hour earlier. */
  void endTheTimeOf(List<String> tips) {
    try (PreparedStatement update =
        database.prepareStatement(
            "UPDATE tip SET created_at = created_at - interval '1 hour',"
                + " expires_at = expires_at - interval '1 hour' WHERE id = ANY (?::uuid[])")) {
      update.setArray(1, database.createArrayOf("text", tips.toArray()));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> each(String query, Reading<T> reading) {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<T> all = new ArrayList<>();
      while (row.next()) {
        all.add(reading.of(row));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
