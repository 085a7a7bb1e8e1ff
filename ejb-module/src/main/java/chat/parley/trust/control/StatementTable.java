package chat.parley.trust.control;

import chat.parley.conversation.ConversationId;
import chat.parley.ethereum.Address;
import chat.parley.keys.MemberDevice;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.WireBytes;
import chat.parley.platform.boundary.Rows;
import chat.parley.trust.DeviceStatement;
import chat.parley.trust.SealedVerifications;
import chat.parley.trust.StatedAccount;
import chat.parley.trust.StatedDevice;
import chat.parley.trust.WalletBinding;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What accounts say of devices and wallets of accounts, and whom people have verified. */
public final class StatementTable extends TrustTables {

  // Of the keys of an account and of its device: both stay what they are until the end.
  private static final String HOLD_ACCOUNT =
      "SELECT public_key FROM account_key WHERE account = ? FOR SHARE";

  private static final String HOLD_DEVICE =
      "SELECT signature_key FROM device_key WHERE device = ? AND account = ? FOR SHARE";

  // What was stated first of these keys stays: to repeat it with another time changes nothing.
  private static final String STATE =
      "INSERT INTO device_statement AS s"
          + " (device, account, signature_key, account_key, stated_at, signature)"
          + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (device) DO UPDATE"
          + " SET signature_key = excluded.signature_key, account_key = excluded.account_key,"
          + " stated_at = excluded.stated_at, signature = excluded.signature"
          + " WHERE s.account = excluded.account AND (s.signature_key, s.account_key)"
          + " <> (excluded.signature_key, excluded.account_key)";

  private static final String STATEMENTS =
      "SELECT device, signature_key, account_key, stated_at, signature FROM device_statement"
          + " WHERE device = ANY (?)";

  // Devices that have no key any more, and those of people who have left: of people who were there.
  private static final String FORMER =
      "SELECT f.device, f.signature_key, f.account_key, f.stated_at, f.signature, f.account"
          + " FROM former_device f WHERE f.device = ANY (?)"
          + " AND NOT EXISTS (SELECT FROM device_key k WHERE k.device = f.device)"
          + " AND EXISTS (SELECT FROM conversation_member m"
          + "   WHERE m.conversation = ? AND m.account = f.account)"
          + " UNION ALL"
          + " SELECT k.device, k.signature_key, s.account_key, s.stated_at, s.signature, k.account"
          + " FROM device_key k JOIN conversation_member m ON m.account = k.account"
          + "   AND m.conversation = ? AND m.left_seq IS NOT NULL"
          + " LEFT JOIN device_statement s"
          + "   ON s.device = k.device AND s.signature_key = k.signature_key"
          + " WHERE k.device = ANY (?) ORDER BY device";

  private static final String SWEEP_FORMER = "DELETE FROM former_device WHERE gone_at < ?";

  private static final String ACCOUNTS =
      "SELECT a.account, a.public_key, a.since, w.wallet, w.chain, w.signature FROM account_key a"
          + " LEFT JOIN wallet_binding w ON w.account = a.account AND w.account_key = a.public_key"
          + " WHERE a.account = ANY (?) ORDER BY a.account";

  private static final String IS_LINKED =
      "SELECT 1 FROM wallet_credential WHERE account_id = ? AND address = ? FOR SHARE";

  private static final String BIND =
      "INSERT INTO wallet_binding AS w (account, wallet, chain, account_key, signature, bound_at)"
          + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account) DO UPDATE"
          + " SET wallet = excluded.wallet, chain = excluded.chain,"
          + " account_key = excluded.account_key, signature = excluded.signature,"
          + " bound_at = excluded.bound_at"
          + " WHERE (w.wallet, w.account_key) <> (excluded.wallet, excluded.account_key)";

  private static final String UNBIND = "DELETE FROM wallet_binding WHERE account = ?";

  private static final String VERIFIED =
      "SELECT version, sealed FROM verified_people WHERE account = ?";

  private static final String FIRST_VERIFIED =
      "INSERT INTO verified_people (account, version, sealed) SELECT account, 1, ? FROM account_key"
          + " WHERE account = ? ON CONFLICT DO NOTHING";

  private static final String NEXT_VERIFIED =
      "UPDATE verified_people SET version = version + 1, sealed = ?"
          + " WHERE account = ? AND version = ?";

  private static final String FORGET_STATEMENTS = "DELETE FROM device_statement WHERE account = ?";

  private static final String FORGET_FORMER = "DELETE FROM former_device WHERE account = ?";

  private static final String FORGET_VERIFIED = "DELETE FROM verified_people WHERE account = ?";

  /** The tables. */
  public StatementTable(DataSource database) {
    super(database);
  }

  /** What is stated of a key. */
  public record Stated(WireBytes signatureKey, DeviceStatement statement) {}

  /** The key of an account, which stays what it is until the end of the transaction. */
  public Optional<WireBytes> holdAccount(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(HOLD_ACCOUNT)) {
            select.setObject(1, account.value());
            return rows(select, row -> WireBytes.of(row.getBytes(1))).stream().findFirst();
          }
        });
  }

  /** The key of a device, which stays what it is until the end of the transaction. */
  public Optional<WireBytes> holdDevice(AccountId account, DeviceId device) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(HOLD_DEVICE)) {
            select.setObject(1, device.value());
            select.setObject(2, account.value());
            return rows(select, row -> WireBytes.of(row.getBytes(1))).stream().findFirst();
          }
        });
  }

  /** Keeps a statement, unless one about the same keys is there. */
  public void state(
      AccountId account, DeviceId device, WireBytes signatureKey, DeviceStatement statement) {
    run(
        connection -> {
          try (PreparedStatement write = connection.prepareStatement(STATE)) {
            write.setObject(1, device.value());
            write.setObject(2, account.value());
            write.setBytes(3, signatureKey.bytes());
            write.setBytes(4, statement.accountKey().bytes());
            write.setLong(5, statement.at());
            write.setBytes(6, statement.signature().bytes());
            return write.executeUpdate();
          }
        });
  }

  /** What is stated of these devices, and of the keys that they have now. */
  public Map<DeviceId, DeviceStatement> statements(List<MemberDevice> devices) {
    return run(
        connection -> {
          Map<DeviceId, WireBytes> keys = new HashMap<>();
          devices.forEach(each -> keys.put(each.device(), each.signatureKey()));
          Map<DeviceId, DeviceStatement> found = new HashMap<>();
          try (PreparedStatement select = connection.prepareStatement(STATEMENTS)) {
            setIds(
                connection,
                select,
                1,
                devices.stream().map(each -> each.device().value()).toList());
            for (Map.Entry<DeviceId, Stated> each : rows(select, StatementTable::stated)) {
              if (Objects.equals(keys.get(each.getKey()), each.getValue().signatureKey())) {
                found.put(each.getKey(), each.getValue().statement());
              }
            }
          }
          return found;
        });
  }

  private static Map.Entry<DeviceId, Stated> stated(ResultSet row) throws SQLException {
    return Map.entry(
        new DeviceId(Rows.uuid(row, 1)),
        new Stated(
            WireBytes.of(row.getBytes(2)),
            new DeviceStatement(
                WireBytes.of(row.getBytes(3)), row.getLong(4), WireBytes.of(row.getBytes(5)))));
  }

  /**
   * Those of these devices that belong to a conversation no longer, and were devices of people who
   * are or were in it; in the order of their ids, with what was stated of them.
   */
  public List<StatedDevice> former(ConversationId conversation, Collection<DeviceId> devices) {
    return run(
        connection -> {
          List<UUID> ids = devices.stream().map(DeviceId::value).toList();
          try (PreparedStatement select = connection.prepareStatement(FORMER)) {
            setIds(connection, select, 1, ids);
            select.setObject(2, conversation.value());
            select.setObject(3, conversation.value());
            setIds(connection, select, 4, ids);
            return rows(select, StatementTable::formerDevice);
          }
        });
  }

  private static StatedDevice formerDevice(ResultSet row) throws SQLException {
    return new StatedDevice(
        new MemberDevice(
            new AccountId(Rows.uuid(row, 6)),
            new DeviceId(Rows.uuid(row, 1)),
            WireBytes.of(row.getBytes(2)),
            null),
        row.getBytes(3) == null ? null : stated(row).getValue().statement());
  }

  /**
   * Forgets devices that were gone before a time.
   *
   * @return how many
   */
  public int sweepFormer(Instant before) {
    return run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(SWEEP_FORMER)) {
            delete.setTimestamp(1, Timestamp.from(before));
            return delete.executeUpdate();
          }
        });
  }

  private static void setIds(
      Connection connection, PreparedStatement statement, int index, Collection<UUID> ids)
      throws SQLException {
    statement.setArray(index, connection.createArrayOf("uuid", ids.toArray()));
  }

  /** The keys of these accounts, as far as they have any, with the wallets that vouch for them. */
  public List<StatedAccount> accounts(Collection<AccountId> accounts) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(ACCOUNTS)) {
            setIds(connection, select, 1, accounts.stream().map(AccountId::value).toList());
            return rows(
                select,
                row ->
                    new StatedAccount(
                        new AccountId(Rows.uuid(row, 1)),
                        WireBytes.of(row.getBytes(2)),
                        row.getTimestamp(3).toInstant(),
                        binding(row)));
          }
        });
  }

  private static @Nullable WalletBinding binding(ResultSet row) throws SQLException {
    String wallet = row.getString(4);
    return wallet == null
        ? null
        : new WalletBinding(
            new Address(wallet),
            row.getLong(5),
            new String(row.getBytes(6), StandardCharsets.US_ASCII));
  }

  /** Whether a wallet is linked to an account, which stays so until the end of the transaction. */
  public boolean isLinked(AccountId account, Address wallet) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(IS_LINKED)) {
            select.setObject(1, account.value());
            select.setString(2, wallet.value());
            return !rows(select, row -> row.getInt(1)).isEmpty();
          }
        });
  }

  /** Keeps a binding in the place of the one before. */
  public void bind(AccountId account, WireBytes key, WalletBinding binding, Instant now) {
    run(
        connection -> {
          try (PreparedStatement write = connection.prepareStatement(BIND)) {
            write.setObject(1, account.value());
            write.setString(2, binding.wallet().value());
            write.setLong(3, binding.chain());
            write.setBytes(4, key.bytes());
            write.setBytes(5, binding.signature().getBytes(StandardCharsets.US_ASCII));
            write.setTimestamp(6, Timestamp.from(now));
            return write.executeUpdate();
          }
        });
  }

  /** Takes the binding of an account away. */
  public void unbind(AccountId account) {
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(UNBIND)) {
            delete.setObject(1, account.value());
            return delete.executeUpdate();
          }
        });
  }

  /** Whom a person has verified; empty when nothing was kept. */
  public Optional<SealedVerifications> verified(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(VERIFIED)) {
            select.setObject(1, account.value());
            return rows(
                    select,
                    row -> new SealedVerifications(row.getLong(1), WireBytes.of(row.getBytes(2))))
                .stream()
                .findFirst();
          }
        });
  }

  /**
   * Keeps what comes behind a version.
   *
   * @return false when another version is there, or the account has no key
   */
  public boolean keepVerified(AccountId account, SealedVerifications next) {
    return run(
        connection -> {
          boolean isFirst = next.version() == 1;
          try (PreparedStatement write =
              isFirst
                  ? connection.prepareStatement(FIRST_VERIFIED)
                  : connection.prepareStatement(NEXT_VERIFIED)) {
            write.setBytes(1, next.sealed().bytes());
            write.setObject(2, account.value());
            if (!isFirst) {
              write.setLong(3, next.version() - 1);
            }
            return write.executeUpdate() > 0;
          }
        });
  }

  /** Removes all that was stated for an account. */
  public void forget(AccountId account) {
    unbind(account);
    run(
        connection -> {
          try (PreparedStatement statements = connection.prepareStatement(FORGET_STATEMENTS);
              PreparedStatement former = connection.prepareStatement(FORGET_FORMER);
              PreparedStatement verified = connection.prepareStatement(FORGET_VERIFIED)) {
            statements.setObject(1, account.value());
            former.setObject(1, account.value());
            verified.setObject(1, account.value());
            return statements.executeUpdate() + former.executeUpdate() + verified.executeUpdate();
          }
        });
  }
}
