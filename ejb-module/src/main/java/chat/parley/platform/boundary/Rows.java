package chat.parley.platform.boundary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns for which JDBC has no getter. The server's pool answers {@link
 * ResultSet#getObject(int, Class)} by looking for the method by its name in every call.
 */
public final class Rows {

  private Rows() {}

  /** A column of type {@code uuid} that holds a value. */
  public static UUID uuid(ResultSet row, int column) throws SQLException {
    return (UUID) row.getObject(column);
  }

  /** A column of type {@code uuid}; null when it is. */
  public static @Nullable UUID uuidOrNull(ResultSet row, int column) throws SQLException {
    return (UUID) row.getObject(column);
  }

  /** A column of type {@code bigint}; null when it is. */
  public static @Nullable Long longOrNull(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
