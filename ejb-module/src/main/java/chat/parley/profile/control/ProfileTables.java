package chat.parley.profile.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.Tables;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** What the tables of this feature have in common. */
abstract class ProfileTables extends Tables {

  private static final String LOCK = "SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE";

  /**
   * Tables.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  ProfileTables(DataSource database) {
    super(database, "Profiles cannot be reached now.");
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
