package chat.parley.trust.control;

import chat.parley.platform.boundary.Tables;
import javax.sql.DataSource;

/** What the tables of this feature have in common. */
abstract class TrustTables extends Tables {

  /**
   * Tables.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  TrustTables(DataSource database) {
    super(database, "Who is who cannot be looked up now.");
  }
}
