package chat.parley.sealing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.TestDatabase;
import chat.parley.platform.Unavailable;
import chat.parley.sealing.SealBroken;
import chat.parley.sealing.Sealer;
import chat.parley.sealing.SealerContract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class EnvelopeSealerTest implements SealerContract {

  private static final byte[] HERE = {1, 2, 3};

  private final DataSource database = TestDatabase.fresh();
  private final MasterKey master = TestSealers.master("keystore:master", 7);

  @Override
  public Sealer instance() {
    return TestSealers.with(database, Clock.systemUTC(), master);
  }

  @Test
  void anInstallationWithAnotherMasterKeyOpensNothing() {
    byte[] sealed = instance().seal(new byte[] {42}, HERE);
    Sealer other =
        TestSealers.with(database, Clock.systemUTC(), TestSealers.master("keystore:master", 8));
    assertThatThrownBy(() -> other.unseal(sealed, HERE)).isInstanceOf(SealBroken.class);
  }

  @Test
  void aDataKeyServesForAWeek() throws SQLException {
    Instant start = Instant.parse("2026-11-21T00:00:00Z");
    MovingClock clock = new MovingClock(start);
    Sealer sealer = TestSealers.with(database, clock, master);
    byte[] first = sealer.seal(new byte[] {1}, HERE);
    sealer.seal(new byte[] {2}, HERE);
    assertThat(dataKeys()).isEqualTo(1);

    clock.now = start.plus(Duration.ofDays(7));
    byte[] third = sealer.seal(new byte[] {3}, HERE);
    assertThat(dataKeys()).isEqualTo(2);
    assertThat(sealer.unseal(first, HERE)).containsExactly(1);
    assertThat(sealer.unseal(third, HERE)).containsExactly(3);
  }

  @Test
  void withoutTheDatabaseAKnownKeyServesAndAnUnknownOneIsUnavailable() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setURL("jdbc:postgresql://127.0.0.1:1/parley");
    byte[] sealed = instance().seal(new byte[] {42}, HERE);
    Sealer cutOff = TestSealers.with(nowhere, Clock.systemUTC(), master);
    assertThatThrownBy(() -> cutOff.unseal(sealed, HERE)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> cutOff.seal(new byte[0], HERE)).isInstanceOf(Unavailable.class);
  }

  private int dataKeys() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM sealing_data_key")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** A clock that a test moves. */
  private static final class MovingClock extends Clock {

    private Instant now;

    MovingClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
