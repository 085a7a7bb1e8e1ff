package chat.parley.backup.control;

import chat.parley.platform.boundary.Tables;
import javax.sql.DataSource;

/** What the tables of this feature have in common. */
abstract class BackupTables extends Tables {

  /**
   * Tables.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  BackupTables(DataSource database) {
    super(database, "Backups cannot be reached now.");
  }
}
