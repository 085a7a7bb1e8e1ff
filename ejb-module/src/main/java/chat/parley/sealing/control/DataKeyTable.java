package chat.parley.sealing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The wrapped data keys of all instances. Rows are only ever added. */
final class DataKeyTable {

  private final DataSource database;

  /**
   * The table.
   *
   * @param database outside the caller's transaction: a key must stay when the caller rolls back
   */
  DataKeyTable(DataSource database) {
    this.database = database;
  }

  void insert(UUID id, String master, byte[] wrapped, Instant madeAt) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO sealing_data_key (id, master, wrapped, made_at) VALUES (?, ?, ?, ?)")) {
      insert.setObject(1, id);
      insert.setString(2, master);
      insert.setBytes(3, wrapped);
      insert.setTimestamp(4, Timestamp.from(madeAt));
      insert.executeUpdate();
    }
  }

  Optional<byte[]> find(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT wrapped FROM sealing_data_key WHERE id = ?")) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }
}
