package chat.parley.keys.control;

import chat.parley.keys.ClaimedKeyPackage;
import chat.parley.keys.StoredKeyPackages;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.WireBytes;
import chat.parley.platform.boundary.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** KeyPackages that wait to be claimed. */
public final class KeyPackageTable extends KeyTables {

  private static final String INSERT =
      "INSERT INTO key_package (hash, device, last_resort, expires_at, content)"
          + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING";

  private static final String DROP_LAST_RESORT =
      "DELETE FROM key_package WHERE device = ? AND last_resort AND hash <> ?";

  private static final String COUNT =
      "SELECT count(*) FILTER (WHERE NOT last_resort), count(*) FILTER (WHERE last_resort)"
          + " FROM key_package WHERE device = ? AND expires_at > ?";

  // Of each device the one that ends first. What another claim takes right now is passed over, and
  // what it has taken is gone: so each is given once, whichever instance is asked.
  private static final String CLAIM =
      "WITH picked AS MATERIALIZED (SELECT p.hash FROM device_key k CROSS JOIN LATERAL"
          + " (SELECT q.hash FROM key_package q WHERE q.device = k.device AND NOT q.last_resort"
          + "   AND q.expires_at > ? ORDER BY q.expires_at, q.hash LIMIT 1"
          + "   FOR UPDATE SKIP LOCKED) AS p"
          + " WHERE k.account = ANY (?) AND k.device <> ?),"
          + " taken AS (DELETE FROM key_package p USING picked WHERE p.hash = picked.hash"
          + " RETURNING p.device, p.content)"
          + " SELECT k.account, t.device, t.content FROM taken t"
          + " JOIN device_key k ON k.device = t.device ORDER BY t.device";

  private static final String LAST_RESORTS =
      "SELECT k.account, p.device, p.content FROM device_key k"
          + " JOIN key_package p ON p.device = k.device AND p.last_resort"
          + " WHERE k.account = ANY (?) AND k.device <> ? AND p.expires_at > ?"
          + " ORDER BY p.device";

  private static final String SWEEP = "DELETE FROM key_package WHERE expires_at <= ?";

  /** The table. */
  public KeyPackageTable(DataSource database) {
    super(database);
  }

  /**
   * Keeps a KeyPackage; one that is there already stays as it is.
   *
   * @return whether it was new
   */
  public boolean insert(DeviceId device, KeyPackageRules.Good found, boolean lastResort) {
    return run(
        connection -> {
          if (lastResort) {
            try (PreparedStatement drop = connection.prepareStatement(DROP_LAST_RESORT)) {
              drop.setObject(1, device.value());
              drop.setBytes(2, found.hash().bytes());
              drop.executeUpdate();
            }
          }
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setBytes(1, found.hash().bytes());
            insert.setObject(2, device.value());
            insert.setBoolean(3, lastResort);
            insert.setTimestamp(4, Timestamp.from(found.expiresAt()));
            insert.setBytes(5, found.content().bytes());
            return insert.executeUpdate() > 0;
          }
        });
  }

  /** What a device has waiting. */
  public StoredKeyPackages count(DeviceId device, Instant now) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setObject(1, device.value());
            select.setTimestamp(2, Timestamp.from(now));
            return rows(select, row -> new StoredKeyPackages(row.getInt(1), row.getInt(2) > 0))
                .get(0);
          }
        });
  }

  /**
   * Takes one KeyPackage for every device of these people that has any, in the order of the
   * devices.
   *
   * @param but the device that asks, which needs none of its own
   */
  public List<ClaimedKeyPackage> claim(Collection<AccountId> people, DeviceId but, Instant now) {
    UUID[] accounts = people.stream().map(AccountId::value).toArray(UUID[]::new);
    return run(
        connection -> {
          List<ClaimedKeyPackage> claimed = new ArrayList<>();
          Set<DeviceId> served = new HashSet<>();
          try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setTimestamp(1, Timestamp.from(now));
            claim.setArray(2, connection.createArrayOf("uuid", accounts));
            claim.setObject(3, but.value());
            claimed.addAll(rows(claim, KeyPackageTable::claimed));
          }
          claimed.forEach(each -> served.add(each.device()));
          for (ClaimedKeyPackage each : lastResorts(connection, accounts, but, now)) {
            if (served.add(each.device())) {
              claimed.add(each);
            }
          }
          return claimed;
        });
  }

  private static List<ClaimedKeyPackage> lastResorts(
      Connection connection, UUID[] accounts, DeviceId but, Instant now) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LAST_RESORTS)) {
      select.setArray(1, connection.createArrayOf("uuid", accounts));
      select.setObject(2, but.value());
      select.setTimestamp(3, Timestamp.from(now));
      return rows(select, KeyPackageTable::claimed);
    }
  }

  private static ClaimedKeyPackage claimed(ResultSet row) throws SQLException {
    return new ClaimedKeyPackage(
        new AccountId(Rows.uuid(row, 1)),
        new DeviceId(Rows.uuid(row, 2)),
        WireBytes.of(row.getBytes(3)));
  }

  /**
   * Removes those that have expired.
   *
   * @return how many
   */
  public int sweep(Instant now) {
    return run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(SWEEP)) {
            delete.setTimestamp(1, Timestamp.from(now));
            return delete.executeUpdate();
          }
        });
  }
}
