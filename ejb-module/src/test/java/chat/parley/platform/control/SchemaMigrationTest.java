package chat.parley.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaMigrationTest {

  @Test
  void instancesThatStartTogetherTakeTurns() throws Exception {
    DataSource database = TestDatabase.empty();
    ExecutorService instances = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> starts =
          List.of(
              instances.submit(() -> migration(database).migrate()),
              instances.submit(() -> migration(database).migrate()),
              instances.submit(() -> migration(database).migrate()));
      for (Future<?> start : starts) {
        start.get();
      }
    } finally {
      instances.shutdown();
    }
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FILTER (WHERE NOT success), count(*) - count(DISTINCT version)"
                    + " FROM schema_history")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
      assertThat(row.getInt(2)).isZero();
    }
  }

  @Test
  void aDatabaseThatCouldLoseAcknowledgedMessagesIsRefused() {
    // The server of the tests runs with fsync off.
    assertThatThrownBy(() -> migration(TestDatabase.empty()).requireDurability())
        .hasMessageContaining("fsync = off")
        .hasMessageContaining("could lose acknowledged messages");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamedAfterTheWait() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setURL("jdbc:postgresql://127.0.0.1:1/parley");
    assertThatThrownBy(() -> new SchemaMigration(nowhere, Duration.ofSeconds(1)).migrate())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the database is not reachable");
  }

  private static SchemaMigration migration(DataSource database) {
    return new SchemaMigration(database, Duration.ZERO);
  }
}
