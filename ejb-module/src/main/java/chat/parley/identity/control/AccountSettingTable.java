package chat.parley.identity.control;

import chat.parley.identity.AccountSettings;
import chat.parley.identity.Audience;
import chat.parley.identity.Findable;
import chat.parley.identity.RequestAudience;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The choices of people in the database; who chose nothing has no row. */
@ApplicationScoped
public class AccountSettingTable {

  private static final String OF =
      "SELECT account, read_receipts, last_seen, discoverable, found_by_email, found_by_wallet,"
          + " found_by_username, requests_from FROM account_setting WHERE account = ANY (?)";

  private static final String LOCK = "SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE";

  private static final String WRITE =
      "INSERT INTO account_setting (account, read_receipts, last_seen, discoverable,"
          + " found_by_email, found_by_wallet, found_by_username, requests_from)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (account) DO UPDATE SET read_receipts = excluded.read_receipts,"
          + " last_seen = excluded.last_seen, discoverable = excluded.discoverable,"
          + " found_by_email = excluded.found_by_email,"
          + " found_by_wallet = excluded.found_by_wallet,"
          + " found_by_username = excluded.found_by_username,"
          + " requests_from = excluded.requests_from";

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  /** What to do with a connection. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** The choices of those among these who made any. */
  public Map<AccountId, AccountSettings> of(Collection<AccountId> accounts) {
    return accounts.isEmpty() ? Map.of() : run(connection -> read(connection, accounts));
  }

  /** The choices of an account, which nobody else changes until the end of the transaction. */
  public AccountSettings lock(AccountId account) {
    return run(
        connection -> {
          lock(connection, account);
          return read(connection, List.of(account)).getOrDefault(account, AccountSettings.DEFAULT);
        });
  }

  /** Writes choices down. */
  public void write(AccountId account, AccountSettings settings) {
    run(
        connection -> {
          write(connection, account, settings);
          return settings;
        });
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("The settings do not answer now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  private static Map<AccountId, AccountSettings> read(
      Connection connection, Collection<AccountId> accounts) throws SQLException {
    Map<AccountId, AccountSettings> settings = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(OF)) {
      Object[] ids = accounts.stream().map(AccountId::value).toArray();
      select.setArray(1, connection.createArrayOf("uuid", ids));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          settings.put(
              new AccountId(Rows.uuid(row, 1)),
              new AccountSettings(
                  Audience.valueOf(row.getString(2)),
                  Audience.valueOf(row.getString(3)),
                  row.getBoolean(4),
                  new Findable(
                      Audience.valueOf(row.getString(5)),
                      Audience.valueOf(row.getString(6)),
                      Audience.valueOf(row.getString(7))),
                  RequestAudience.valueOf(row.getString(8))));
        }
      }
    }
    return settings;
  }

  private static void lock(Connection connection, AccountId account) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setObject(1, account.value());
      select.executeQuery().close();
    }
  }

  private static void write(Connection connection, AccountId account, AccountSettings settings)
      throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setObject(1, account.value());
      write.setString(2, settings.readReceipts().name());
      write.setString(3, settings.lastSeen().name());
      write.setBoolean(4, settings.discoverable());
      write.setString(5, settings.findable().byEmail().name());
      write.setString(6, settings.findable().byWallet().name());
      write.setString(7, settings.findable().byUsername().name());
      write.setString(8, settings.requestsFrom().name());
      write.executeUpdate();
    }
  }
}
