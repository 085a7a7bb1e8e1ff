package chat.parley.platform.boundary;

import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Tables of a feature, read and written by SQL. */
public abstract class Tables {

  private static final String LOCK = "SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE";

  private final DataSource database;
  private final String refusal;

  /**
   * Tables.
   *
   * @param database gives connections that take part in the caller's transaction
   * @param refusal what is said while the database cannot be reached
   */
  protected Tables(DataSource database, String refusal) {
    this.database = database;
    this.refusal = refusal;
  }

  /**
   * What to do with a connection.
   *
   * @param <T> the result
   */
  @FunctionalInterface
  protected interface Work<T> {

    /** Does it. */
    T with(Connection connection) throws SQLException;
  }

  /**
   * Makes something of a row.
   *
   * @param <T> the result
   */
  @FunctionalInterface
  protected interface Reading<T> {

    /** Makes it of the row on which the result stands. */
    T of(ResultSet row) throws SQLException;
  }

  /**
   * Does something with a connection.
   *
   * @throws Unavailable when the database refuses
   */
  protected final <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable(refusal);
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  /** All rows of a query. */
  protected static <T> List<T> rows(PreparedStatement select, Reading<T> reading)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(reading.of(row));
      }
    }
    return rows;
  }

  /** Lets one transaction at a time act in the name of an account, until it ends. */
  public final void lockAccount(AccountId account) {
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
