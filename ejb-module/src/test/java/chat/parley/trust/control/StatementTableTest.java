package chat.parley.trust.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.platform.TestDatabase;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class StatementTableTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final DataSource database = TestDatabase.fresh();
  private final StatementTable table = new StatementTable(database);

  private void goes(Instant at) throws SQLException {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "INSERT INTO former_device (device, account, signature_key, gone_at)"
                    + " VALUES (?, ?, ?, ?)")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setObject(2, UUID.randomUUID());
      insert.setBytes(3, new byte[32]);
      insert.setTimestamp(4, Timestamp.from(at));
      insert.executeUpdate();
    }
  }

  @Test
  void devicesAreForgottenThatWereGoneBeforeATime() throws SQLException {
    goes(NOW.minusSeconds(2));
    goes(NOW.minusSeconds(1));
    goes(NOW);
    assertThat(table.sweepFormer(NOW)).isEqualTo(2);
    assertThat(table.sweepFormer(NOW)).isZero();
  }
}
