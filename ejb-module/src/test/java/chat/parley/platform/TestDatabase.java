package chat.parley.platform;

import chat.parley.platform.control.SchemaMigration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Real PostgreSQL for tests: one server per JVM, started by the first test that needs it and
 * stopped with the JVM. Every call of {@link #fresh} gives a database of its own with the whole
 * schema. Only fsync is off, which no test in one process can tell.
 */
public final class TestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /** A new database with every migration applied. */
  public static PGSimpleDataSource fresh() {
    return copyOf(Server.MIGRATED);
  }

  /** A new database with nothing in it. */
  public static PGSimpleDataSource empty() {
    return copyOf("template1");
  }

  private static PGSimpleDataSource copyOf(String template) {
    String name = "test_" + COUNT.incrementAndGet();
    Server.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return Server.dataSource(name);
  }

  /** Started on first use. */
  private static final class Server {

    static final String MIGRATED = "migrated";
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("synchronous_commit", "on")
                .start();
        PGSimpleDataSource template = source(postgres, MIGRATED);
        run(source(postgres, "postgres"), "CREATE DATABASE " + MIGRATED);
        new SchemaMigration(template, Duration.ofSeconds(10)).migrate();
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static PGSimpleDataSource dataSource(String database) {
      return source(POSTGRES, database);
    }

    static synchronized void execute(String sql) {
      run(dataSource("postgres"), sql);
    }

    private static PGSimpleDataSource source(EmbeddedPostgres postgres, String database) {
      PGSimpleDataSource source = (PGSimpleDataSource) postgres.getDatabase("postgres", database);
      source.setReWriteBatchedInserts(true);
      source.setStringType("unspecified");
      return source;
    }

    private static void run(PGSimpleDataSource source, String sql) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }
}
