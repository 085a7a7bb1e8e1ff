package chat.parley.profile.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** What the tables of this feature have in common. */
abstract class Tables {

  private static final String LOCK = "SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE";

  private final DataSource database;

  /**
   * Tables.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  Tables(DataSource database) {
    this.database = database;
  }

  /** What to do with a connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  final <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Profiles cannot be reached now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  /** Lets one transaction at a time change what an account tells, until it ends. */
  static void lock(Connection connection, AccountId account) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setObject(1, account.value());
      select.executeQuery().close();
    }
  }

  static Array ids(Connection connection, Collection<AccountId> accounts) throws SQLException {
    return connection.createArrayOf("uuid", accounts.stream().map(AccountId::value).toArray());
  }

  static Array numbers(Connection connection, Collection<Integer> numbers) throws SQLException {
    return connection.createArrayOf("integer", numbers.toArray());
  }
}
