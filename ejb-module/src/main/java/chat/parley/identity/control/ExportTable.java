package chat.parley.identity.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import chat.parley.platform.boundary.Resources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/** How often each account has had its data today, over all instances. */
@ApplicationScoped
public class ExportTable {

  private static final String COUNT =
      "INSERT INTO account_export AS e (account, day, count) VALUES (?, ?, 1)"
          + " ON CONFLICT (account) DO UPDATE SET day = greatest(e.day, excluded.day),"
          + " count = CASE WHEN e.day >= excluded.day THEN e.count + 1 ELSE 1 END"
          + " RETURNING count";

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  /**
   * Counts one more, in the caller's transaction.
   *
   * @return how many there are today, with this one
   */
  public int count(AccountId account, LocalDate day) {
    try (Connection connection = database.getConnection();
        PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setObject(1, account.value());
      count.setObject(2, day);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Your data cannot be put together now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }
}
