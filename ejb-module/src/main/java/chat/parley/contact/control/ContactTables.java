package chat.parley.contact.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What the tables of this feature have in common. */
abstract class ContactTables {

  private static final String LOCK = "SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE";

  private final DataSource database;

  /**
   * Tables.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  ContactTables(DataSource database) {
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
      Unavailable unavailable = new Unavailable("Contacts cannot be reached now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  /** Lets one transaction at a time ask and tell in the name of an account, until it ends. */
  public final void lock(AccountId account) {
    run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setObject(1, account.value());
            select.executeQuery().close();
            return true;
          }
        });
  }
}
