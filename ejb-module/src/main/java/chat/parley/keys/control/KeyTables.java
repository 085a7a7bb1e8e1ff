package chat.parley.keys.control;

import chat.parley.platform.boundary.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What the tables of this feature have in common. */
abstract class KeyTables extends Tables {

  /**
   * Tables.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  KeyTables(DataSource database) {
    super(database, "Keys cannot be reached now.");
  }

  static void setIds(Connection connection, PreparedStatement statement, int index, Stream<?> ids)
      throws SQLException {
    statement.setArray(index, connection.createArrayOf("uuid", ids.toArray()));
  }
}
