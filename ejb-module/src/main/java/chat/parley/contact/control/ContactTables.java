package chat.parley.contact.control;

import chat.parley.platform.boundary.Tables;
import javax.sql.DataSource;

/** What the tables of this feature have in common. */
abstract class ContactTables extends Tables {

  /**
   * Tables.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  ContactTables(DataSource database) {
    super(database, "Contacts cannot be reached now.");
  }
}
