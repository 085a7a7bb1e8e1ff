package chat.parley.sealing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The wrapped data keys of all instances. Rows are added, and wrapped again; none is removed. */
final class DataKeyTable {

  private static final String INSERT =
      "INSERT INTO sealing_data_key (id, master, wrapped, made_at) VALUES (?, ?, ?, ?)";

  private static final String FIND =
      "SELECT id, master, wrapped FROM sealing_data_key WHERE id = ?";

  private static final String NOT_UNDER =
      "SELECT id, master, wrapped FROM sealing_data_key WHERE master <> ? AND id > ?"
          + " ORDER BY id LIMIT ?";

  private static final String REWRAP =
      "UPDATE sealing_data_key SET master = ?, wrapped = ? WHERE id = ? AND master = ?";

  private final DataSource database;

  /** A data key as it is stored. */
  static final class Wrapped {

    private final UUID id;
    private final String master;
    private final byte[] bytes;

    /** Such a key, wrapped by the master key of that name. */
    Wrapped(UUID id, String master, byte[] bytes) {
      this.id = id;
      this.master = master;
      this.bytes = bytes.clone();
    }

    UUID id() {
      return id;
    }

    /** The name of the master key that can unwrap it. */
    String master() {
      return master;
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  /**
   * The table.
   *
   * @param database outside the caller's transaction: a key must stay when the caller rolls back
   */
  DataKeyTable(DataSource database) {
    this.database = database;
  }

  void insert(Wrapped key, Instant madeAt) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, key.id());
      insert.setString(2, key.master());
      insert.setBytes(3, key.bytes());
      insert.setTimestamp(4, Timestamp.from(madeAt));
      insert.executeUpdate();
    }
  }

  Optional<Wrapped> find(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setObject(1, id);
      List<Wrapped> found = read(select);
      return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }
  }

  /** The next keys, by their ids, that another master key has wrapped. */
  List<Wrapped> notUnder(String master, UUID after, int limit) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(NOT_UNDER)) {
      select.setString(1, master);
      select.setObject(2, after);
      select.setInt(3, limit);
      return read(select);
    }
  }

  /**
   * Stores a key as another master key has wrapped it.
   *
   * @return false when somebody was faster
   */
  boolean rewrap(String before, Wrapped key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(REWRAP)) {
      update.setString(1, key.master());
      update.setBytes(2, key.bytes());
      update.setObject(3, key.id());
      update.setString(4, before);
      return update.executeUpdate() == 1;
    }
  }

  private static List<Wrapped> read(PreparedStatement select) throws SQLException {
    List<Wrapped> keys = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        keys.add(new Wrapped(rows.getObject(1, UUID.class), rows.getString(2), rows.getBytes(3)));
      }
    }
    return keys;
  }
}
