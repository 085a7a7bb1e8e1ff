package chat.parley.platform.control;

import chat.parley.platform.PlatformLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema up to date with the migrations on the class path ({@code
 * db/migration/<feature>/}). Instances that start together take turns: Flyway holds a lock in the
 * database.
 */
public final class SchemaMigration {

  private final DataSource database;
  private final Duration wait;

  /**
   * A migration.
   *
   * @param wait how long to try again while the database is not there
   */
  public SchemaMigration(DataSource database, Duration wait) {
    this.database = database;
    this.wait = wait;
  }

  /**
   * Migrates.
   *
   * @throws IllegalStateException one sentence for the operator
   */
  public void migrate() {
    try {
      MigrateResult result =
          Flyway.configure(SchemaMigration.class.getClassLoader())
              .dataSource(database)
              .locations("classpath:db/migration")
              .table("schema_history")
              .connectRetries(Math.toIntExact(wait.toSeconds()))
              .connectRetriesInterval(1)
              .validateMigrationNaming(true)
              .load()
              .migrate();
      String version =
          result.migrationsExecuted > 0 ? result.targetSchemaVersion : result.initialSchemaVersion;
      PlatformLog.LOG.schemaMigrated(String.valueOf(version), result.migrationsExecuted);
    } catch (FlywayException e) {
      throw new IllegalStateException(
          "the database is not reachable or its schema cannot be migrated: "
              + String.valueOf(e.getMessage()).lines().map(String::strip).findFirst().orElse(""),
          e);
    }
  }

  /**
   * Refuses a database that could lose what it has acknowledged.
   *
   * @throws IllegalStateException one sentence for the operator
   */
  public void requireDurability() {
    try (Connection connection = database.getConnection();
        PreparedStatement question = connection.prepareStatement("SELECT current_setting(?)")) {
      requireOn(question, "fsync");
      requireOn(question, "full_page_writes");
      requireOn(question, "synchronous_commit");
    } catch (SQLException e) {
      throw new IllegalStateException("the database is not reachable: " + e.getMessage(), e);
    }
  }

  /**
   * Has the driver load what it encodes arrays with, on the thread that deploys. At the end of a
   * deployment Payara closes the archives of the application, also while a thread of ours loads a
   * class from them (payara/Payara#5001). A class whose initialization fails so is lost to the
   * instance for good, and hardly a statement of the log goes without arrays.
   *
   * @throws IllegalStateException one sentence for the operator
   */
  public void loadArrays() {
    try (Connection connection = database.getConnection()) {
      connection.createArrayOf("text", new String[] {""}).free();
    } catch (SQLException e) {
      throw new IllegalStateException("the database is not reachable: " + e.getMessage(), e);
    }
  }

  private static void requireOn(PreparedStatement question, String parameter) throws SQLException {
    question.setString(1, parameter);
    try (ResultSet row = question.executeQuery()) {
      row.next();
      String value = row.getString(1);
      if (!"on".equals(value) && !"remote_apply".equals(value)) {
        throw new IllegalStateException(
            "the database runs with "
                + parameter
                + " = "
                + value
                + " and could lose acknowledged messages; set it to on.");
      }
    }
  }
}
