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

/** Where people want tips to go, where they have said so. */
public final class TipWalletTable {

  private static final String FIND = "SELECT address FROM tip_wallet WHERE account = ?";

  private static final String SAVE =
      "INSERT INTO tip_wallet (account, address) VALUES (?, ?)"
          + " ON CONFLICT (account) DO UPDATE SET address = excluded.address";

  private final DataSource database;

  TipWalletTable(DataSource database) {
    this.database = database;
  }

  /** What somebody has chosen. */
  public Optional<Address> find(AccountId account) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setObject(1, account.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(new Address(row.getString(1))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** Keeps a choice. */
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

  private static Unavailable unavailable(SQLException cause) {
    Unavailable unavailable = new Unavailable("The wallet for tips cannot be reached now.");
    unavailable.initCause(cause);
    return unavailable;
  }
}
