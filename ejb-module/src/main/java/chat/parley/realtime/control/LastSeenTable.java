package chat.parley.realtime.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import chat.parley.platform.boundary.Resources;
import chat.parley.platform.boundary.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** When people were last seen, in the database. */
@ApplicationScoped
public class LastSeenTable {

  // Rows in one order, so that two instances that write the same ones wait and do not deadlock.
  private static final String SEEN =
      "INSERT INTO account_last_seen AS l (account, at)"
          + " SELECT t.account, t.at FROM unnest(?::uuid[], ?::timestamptz[]) AS t (account, at)"
          + " ORDER BY t.account"
          + " ON CONFLICT (account) DO UPDATE SET at = excluded.at WHERE excluded.at > l.at";

  private static final String OF =
      "SELECT account, at FROM account_last_seen WHERE account = ANY (?)";

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  /**
   * Writes these down; what is older than what stands there is nothing.
   *
   * @throws Unavailable when the database does not answer
   */
  public void seen(Map<AccountId, Instant> seen) {
    try (Connection connection = database.getConnection()) {
      write(connection, seen);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /**
   * When these were last seen; those who never were are left out.
   *
   * @throws Unavailable when the database does not answer
   */
  public Map<AccountId, Instant> of(Collection<AccountId> accounts) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    try (Connection connection = database.getConnection()) {
      return read(connection, accounts);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private static Unavailable unavailable(SQLException cause) {
    Unavailable unavailable = new Unavailable("Who was seen when is not known now.");
    unavailable.initCause(cause);
    return unavailable;
  }

  private static void write(Connection connection, Map<AccountId, Instant> seen)
      throws SQLException {
    Map<UUID, Instant> ordered = new TreeMap<>();
    seen.forEach((account, at) -> ordered.put(account.value(), at));
    try (PreparedStatement write = connection.prepareStatement(SEEN)) {
      write.setArray(1, connection.createArrayOf("uuid", ordered.keySet().toArray()));
      write.setArray(
          2,
          connection.createArrayOf(
              "timestamptz", ordered.values().stream().map(Timestamp::from).toArray()));
      write.executeUpdate();
    }
  }

  private static Map<AccountId, Instant> read(Connection connection, Collection<AccountId> accounts)
      throws SQLException {
    Map<AccountId, Instant> seen = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(OF)) {
      Object[] ids = accounts.stream().map(AccountId::value).toArray();
      select.setArray(1, connection.createArrayOf("uuid", ids));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          seen.put(new AccountId(Rows.uuid(row, 1)), row.getTimestamp(2).toInstant());
        }
      }
    }
    return seen;
  }
}
