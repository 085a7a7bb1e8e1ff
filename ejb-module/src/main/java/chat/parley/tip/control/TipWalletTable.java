package chat.parley.tip.control;

import chat.parley.ethereum.Address;
import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Where people want tips to go, and who shows it, where they have said so. */
public final class TipWalletTable {

  private static final String FIND = "SELECT address FROM tip_wallet WHERE account = ?";

  // A jar that is shown follows the choice.
  private static final String SAVE =
      "WITH chosen AS (INSERT INTO tip_wallet (account, address) VALUES (?, ?)"
          + " ON CONFLICT (account) DO UPDATE SET address = excluded.address"
          + " RETURNING account, address)"
          + " UPDATE tip_jar j SET address = c.address FROM chosen c WHERE j.account = c.account";

  private static final String JAR = "SELECT address FROM tip_jar WHERE account = ?";

  private static final String SHOW =
      "INSERT INTO tip_jar (account, address) VALUES (?, ?)"
          + " ON CONFLICT (account) DO UPDATE SET address = excluded.address";

  private static final String HIDE = "DELETE FROM tip_jar WHERE account = ?";

  private final DataSource database;

  TipWalletTable(DataSource database) {
    this.database = database;
  }

  /** What somebody has chosen. */
  public Optional<Address> find(AccountId account) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      return address(select, account);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** Keeps a choice, which a jar that is shown follows. */
  public void save(AccountId account, Address address) {
    try (Connection connection = database.getConnection();
        PreparedStatement write = connection.prepareStatement(SAVE)) {
      write.setObject(1, account.value());
      write.setString(2, address.value());
      write.executeUpdate();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** What somebody has agreed to show on his profile. */
  public Optional<Address> jar(AccountId account) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(JAR)) {
      return address(select, account);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** Shows a wallet on the profile. */
  public void show(AccountId account, Address address) {
    try (Connection connection = database.getConnection();
        PreparedStatement write = connection.prepareStatement(SHOW)) {
      write.setObject(1, account.value());
      write.setString(2, address.value());
      write.executeUpdate();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** Shows nothing on the profile. */
  public void hide(AccountId account) {
    try (Connection connection = database.getConnection();
        PreparedStatement write = connection.prepareStatement(HIDE)) {
      write.setObject(1, account.value());
      write.executeUpdate();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private static Optional<Address> address(PreparedStatement select, AccountId account)
      throws SQLException {
    select.setObject(1, account.value());
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(new Address(row.getString(1))) : Optional.empty();
    }
  }

  private static Unavailable unavailable(SQLException cause) {
    Unavailable unavailable = new Unavailable("The wallet for tips cannot be reached now.");
    unavailable.initCause(cause);
    return unavailable;
  }
}
