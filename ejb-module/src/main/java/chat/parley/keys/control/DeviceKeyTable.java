package chat.parley.keys.control;

import chat.parley.conversation.ConversationId;
import chat.parley.keys.MemberDevice;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import chat.parley.platform.boundary.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The keys of devices. */
public final class DeviceKeyTable extends KeyTables {

  // Whoever ends the session of the device waits, or has ended it.
  private static final String SIGNED_IN =
      "SELECT 1 FROM session WHERE device_id = ? AND account_id = ? AND ended_at IS NULL"
          + " ORDER BY id LIMIT 1 FOR SHARE";

  private static final String SELECT =
      "SELECT signature_key FROM device_key WHERE device = ? AND account = ? FOR SHARE";

  private static final String REGISTER =
      "INSERT INTO device_key AS k (device, account, signature_key, registered_at)"
          + " VALUES (?, ?, ?, ?) ON CONFLICT (device) DO UPDATE"
          + " SET signature_key = excluded.signature_key, registered_at = excluded.registered_at"
          + " WHERE k.signature_key <> excluded.signature_key AND k.account = excluded.account";

  private static final String DROP_PACKAGES = "DELETE FROM key_package WHERE device = ?";

  private static final String DROP_WELCOMES = "DELETE FROM mls_welcome_device WHERE device = ?";

  private static final String DROP_OLDEST =
      "DELETE FROM device_key WHERE account = ? AND device <> ? AND device NOT IN"
          + " (SELECT device FROM device_key WHERE account = ? AND device <> ?"
          + "   ORDER BY registered_at DESC, device LIMIT ?)";

  private static final String OF_MEMBERS =
      "SELECT k.account, k.device, k.signature_key,"
          + " CASE WHEN k.account = ? THEN d.name END"
          + " FROM conversation_member m JOIN device_key k ON k.account = m.account"
          + " JOIN device d ON d.id = k.device"
          + " WHERE m.conversation = ? AND m.left_seq IS NULL AND k.device > ?"
          + " ORDER BY k.device LIMIT ?";

  private static final String HOLD =
      "SELECT k.device, k.account, k.signature_key, EXISTS (SELECT FROM conversation_member m"
          + " WHERE m.conversation = ? AND m.account = k.account AND m.left_seq IS NULL)"
          + " FROM device_key k WHERE k.device = ANY (?) ORDER BY k.device FOR SHARE OF k";

  // The device was not there for so long that its sessions are forgotten and its KeyPackages
  // expired.
  private static final String SWEEP =
      "DELETE FROM device_key k"
          + " WHERE NOT EXISTS (SELECT FROM session s WHERE s.device_id = k.device)"
          + " AND NOT EXISTS (SELECT FROM key_package p WHERE p.device = k.device)";

  private static final UUID FIRST = new UUID(0, 0);

  /** The table. */
  public DeviceKeyTable(DataSource database) {
    super(database);
  }

  /** A device with its key now, and whether its account belongs to the conversation. */
  public record Holder(AccountId account, WireBytes signatureKey, boolean isMember) {}

  /**
   * Registers a key in the place of the one before, whose KeyPackages and Welcomes go with it.
   *
   * @return false when nobody is signed in on the device any more
   */
  public boolean register(AccountId account, DeviceId device, WireBytes key, Instant now) {
    return run(
        connection -> {
          if (!isSignedIn(connection, account, device)) {
            return false;
          }
          try (PreparedStatement write = connection.prepareStatement(REGISTER)) {
            write.setObject(1, device.value());
            write.setObject(2, account.value());
            write.setBytes(3, key.bytes());
            write.setTimestamp(4, Timestamp.from(now));
            if (write.executeUpdate() > 0) {
              forgetWhatWasForAnotherKey(connection, account, device);
            }
          }
          return true;
        });
  }

  private static boolean isSignedIn(Connection connection, AccountId account, DeviceId device)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SIGNED_IN)) {
      select.setObject(1, device.value());
      select.setObject(2, account.value());
      return !rows(select, row -> row.getInt(1)).isEmpty();
    }
  }

  private static void forgetWhatWasForAnotherKey(
      Connection connection, AccountId account, DeviceId device) throws SQLException {
    try (PreparedStatement packages = connection.prepareStatement(DROP_PACKAGES)) {
      packages.setObject(1, device.value());
      packages.executeUpdate();
    }
    try (PreparedStatement welcomes = connection.prepareStatement(DROP_WELCOMES)) {
      welcomes.setObject(1, device.value());
      welcomes.executeUpdate();
    }
    try (PreparedStatement oldest = connection.prepareStatement(DROP_OLDEST)) {
      oldest.setObject(1, account.value());
      oldest.setObject(2, device.value());
      oldest.setObject(3, account.value());
      oldest.setObject(4, device.value());
      oldest.setInt(5, Limits.KEYED_DEVICES - 1);
      oldest.executeUpdate();
    }
  }

  /** The key of a device, which stays what it is until the end of the transaction. */
  public Optional<WireBytes> key(AccountId account, DeviceId device) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, device.value());
            select.setObject(2, account.value());
            return rows(select, row -> WireBytes.of(row.getBytes(1))).stream().findFirst();
          }
        });
  }

  /**
   * The devices of the members of a conversation, in the order of their ids.
   *
   * @param viewer who sees the names of his own
   * @param after the last one of the page before
   */
  public List<MemberDevice> ofMembers(
      ConversationId conversation, AccountId viewer, @Nullable DeviceId after, int limit) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(OF_MEMBERS)) {
            select.setObject(1, viewer.value());
            select.setObject(2, conversation.value());
            select.setObject(3, after == null ? FIRST : after.value());
            select.setInt(4, limit);
            return rows(
                select,
                row ->
                    new MemberDevice(
                        new AccountId(Rows.uuid(row, 1)),
                        new DeviceId(Rows.uuid(row, 2)),
                        WireBytes.of(row.getBytes(3)),
                        row.getString(4)));
          }
        });
  }

  /** Those of these devices that have keys; the keys stay what they are until the end. */
  public Map<DeviceId, Holder> hold(ConversationId conversation, Collection<DeviceId> devices) {
    return run(
        connection -> {
          Map<DeviceId, Holder> holders = new HashMap<>();
          try (PreparedStatement select = connection.prepareStatement(HOLD)) {
            select.setObject(1, conversation.value());
            setIds(connection, select, 2, devices.stream().map(DeviceId::value));
            rows(
                select,
                row ->
                    holders.put(
                        new DeviceId(Rows.uuid(row, 1)),
                        new Holder(
                            new AccountId(Rows.uuid(row, 2)),
                            WireBytes.of(row.getBytes(3)),
                            row.getBoolean(4))));
          }
          return holders;
        });
  }

  /**
   * Removes keys of devices that nobody has used until nothing of them was left.
   *
   * @return how many
   */
  public int sweep() {
    return run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(SWEEP)) {
            return delete.executeUpdate();
          }
        });
  }
}
