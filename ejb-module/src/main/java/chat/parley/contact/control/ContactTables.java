package chat.parley.contact.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.Tables;
import java.sql.PreparedStatement;
import javax.sql.DataSource;

/** What the tables of this feature have in common. */
abstract class ContactTables extends Tables {

  private static final String LOCK = "SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE";

  /**
   * Tables.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  ContactTables(DataSource database) {
    super(database, "Contacts cannot be reached now.");
  }

  /** Lets one transaction at a time ask and tell in the name of an account, until it ends. */
  public final void lock(AccountId account) {
    run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setObject(1, account.value());
            select.executeQuery().close();
            return true;
          }
        });
  }
}
