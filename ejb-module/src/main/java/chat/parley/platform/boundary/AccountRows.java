package chat.parley.platform.boundary;

import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of a feature hold of one account, in the caller's transaction: every parameter of
 * a statement is the id of the account. For data that leave as a whole or go as a whole.
 */
@ApplicationScoped
public class AccountRows {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  /** Prepares a statement, whose text is a constant. */
  @FunctionalInterface
  public interface Prepared {

    /** The statement. */
    PreparedStatement on(Connection connection) throws SQLException;
  }

  /**
   * Reads rows: values by the labels of their columns, in their order. Ids are text, times are
   * {@link Instant}, arrays are lists; bytes stay bytes.
   *
   * @throws Unavailable when the database does not answer
   */
  public List<Map<String, @Nullable Object>> read(AccountId account, Prepared query) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = query.on(connection)) {
      give(select, account);
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        ResultSetMetaData columns = row.getMetaData();
        while (row.next()) {
          Map<String, @Nullable Object> values = new LinkedHashMap<>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnLabel(i), value(row.getObject(i)));
          }
          rows.add(values);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /**
   * Changes or deletes rows.
   *
   * @return how many
   * @throws Unavailable when the database does not answer
   */
  public int change(AccountId account, Prepared command) {
    try (Connection connection = database.getConnection();
        PreparedStatement change = command.on(connection)) {
      give(change, account);
      return change.executeUpdate();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private static void give(PreparedStatement statement, AccountId account) throws SQLException {
    int count = statement.getParameterMetaData().getParameterCount();
    for (int i = 1; i <= count; i++) {
      statement.setObject(i, account.value());
    }
  }

  private static @Nullable Object value(@Nullable Object stored) throws SQLException {
    if (stored instanceof Timestamp time) {
      return time.toInstant();
    }
    if (stored instanceof Array array) {
      return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }
    return stored == null
            || stored instanceof Number
            || stored instanceof Boolean
            || stored instanceof byte[]
        ? stored
        : stored.toString();
  }

  private static Unavailable unavailable(SQLException cause) {
    Unavailable unavailable = new Unavailable("What is stored of this account cannot be reached.");
    unavailable.initCause(cause);
    return unavailable;
  }
}
