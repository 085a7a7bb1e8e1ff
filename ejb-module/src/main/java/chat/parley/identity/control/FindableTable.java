package chat.parley.identity.control;

import chat.parley.ethereum.Address;
import chat.parley.identity.Username;
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
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Who is called exactly so and lets himself be found by it. One statement answers, so that somebody
 * who does not want to be found costs as much as somebody who does not exist.
 */
@ApplicationScoped
public class FindableTable {

  private static final String BY_EMAIL =
      "SELECT e.account FROM account_email e JOIN account_setting s ON s.account = e.account"
          + " WHERE e.blind_index = ? AND s.found_by_email = 'EVERYONE'";

  private static final String BY_WALLET =
      "SELECT w.account_id FROM wallet_credential w"
          + " JOIN account_setting s ON s.account = w.account_id"
          + " JOIN account a ON a.id = w.account_id AND a.active_at IS NOT NULL"
          + " WHERE w.address = ? AND s.found_by_wallet = 'EVERYONE'";

  private static final String BY_USERNAME =
      "SELECT a.id FROM account a LEFT JOIN account_setting s ON s.account = a.id"
          + " WHERE a.username = ? AND a.active_at IS NOT NULL"
          + " AND s.found_by_username IS DISTINCT FROM 'NOBODY'";

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  /** Sets what is looked for. */
  private interface Key {
    void into(PreparedStatement select) throws SQLException;
  }

  /** Whose verified address has this index. */
  public Optional<AccountId> byEmail(byte[] index) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BY_EMAIL)) {
      return found(select, each -> each.setBytes(1, index));
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** Whose wallet it is. */
  public Optional<AccountId> byWallet(Address address) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BY_WALLET)) {
      return found(select, each -> each.setString(1, address.value()));
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** Whose user name it is. */
  public Optional<AccountId> byUsername(Username name) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BY_USERNAME)) {
      return found(select, each -> each.setString(1, name.value()));
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private static Optional<AccountId> found(PreparedStatement select, Key key) throws SQLException {
    key.into(select);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(new AccountId(Rows.uuid(row, 1))) : Optional.empty();
    }
  }

  private static Unavailable unavailable(SQLException cause) {
    Unavailable unavailable = new Unavailable("Nobody can be looked up now.");
    unavailable.initCause(cause);
    return unavailable;
  }
}
