package chat.parley.platform.control;

import chat.parley.platform.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL data source that reads where the database is from Parley's settings, so that one
 * annotation serves every application server and no server needs a resource of its own. Not XA:
 * what must happen together with a commit stands in an outbox row of the same transaction.
 *
 * <p>The container makes it with its public constructor, before there is any injection.
 */
public final class ParleyDataSource extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;

  /** The data source of the settings. */
  public ParleyDataSource() {
    this(Settings.read(DatabaseSettings.class, Settings::withoutContainer));
  }

  /** The data source of these settings. */
  public ParleyDataSource(DatabaseSettings settings) {
    setURL(settings.url());
    setUser(settings.user());
    setPassword(settings.password().value());
    setApplicationName("parley");
    setConnectTimeout(5);
    // A database that stopped answering (paused, unplugged) must not hold a thread for ever.
    setSocketTimeout(30);
    setTcpKeepAlive(true);
    setReWriteBatchedInserts(true);
    // Lets the server take null and text for columns of type uuid, which JPA providers bind as
    // text.
    setStringType("unspecified");
    // Another instance that is paused inside a transaction must not hold its row locks for ever:
    // milliseconds until the database gives up waiting, and until it ends an idle transaction.
    setOptions("-c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000");
  }

  /** The same database for migrations, which may take as long as they need. */
  PGSimpleDataSource forMigration() {
    PGSimpleDataSource unlimited = new PGSimpleDataSource();
    unlimited.setURL(getURL());
    unlimited.setUser(getUser());
    unlimited.setPassword(getPassword());
    unlimited.setApplicationName("parley-migration");
    unlimited.setConnectTimeout(getConnectTimeout());
    unlimited.setSocketTimeout(0);
    unlimited.setTcpKeepAlive(true);
    unlimited.setStringType(null);
    unlimited.setOptions("");
    return unlimited;
  }

  /** Containers pass blanks when the definition names no user. */
  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    if (user == null || user.isBlank()) {
      return super.getConnection();
    }
    return super.getConnection(user, password);
  }
}
