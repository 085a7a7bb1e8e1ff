package chat.parley.trust.control;

import chat.parley.platform.Unavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What the tables of this feature have in common. */
abstract class TrustTables {

  private final DataSource database;

  /**
   * Tables.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  TrustTables(DataSource database) {
    this.database = database;
  }

  /** What to do with a connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Makes something of a row. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  final <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Who is who cannot be looked up now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  static <T> List<T> rows(PreparedStatement select, Reading<T> reading) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(reading.of(row));
      }
    }
    return rows;
  }
}
