package chat.parley.backup.control;

import chat.parley.backup.AccountKey;
import chat.parley.backup.RecoveryKind;
import chat.parley.backup.RecoveryMethod;
import chat.parley.backup.RecoveryMethodId;
import chat.parley.platform.AccountId;
import chat.parley.platform.WireBytes;
import chat.parley.platform.boundary.Rows;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The keys of accounts, and the ways to them. */
public final class AccountKeyTable extends BackupTables {

  private static final String FIND = "SELECT public_key, since FROM account_key WHERE account = ?";

  private static final String LOCK =
      "SELECT public_key FROM account_key WHERE account = ? FOR UPDATE";

  private static final String HOLD =
      "SELECT public_key FROM account_key WHERE account = ? FOR SHARE";

  private static final String INSERT =
      "INSERT INTO account_key (account, public_key, since) VALUES (?, ?, ?)"
          + " ON CONFLICT (account) DO NOTHING";

  private static final String REPLACE =
      "UPDATE account_key SET public_key = ?, since = ? WHERE account = ?";

  private static final String METHODS =
      "SELECT id, kind, handle, sealed_root, since FROM recovery_method WHERE account = ?"
          + " ORDER BY since, id";

  private static final String DROP_METHODS = "DELETE FROM recovery_method WHERE account = ?";

  private static final String DROP_METHOD =
      "DELETE FROM recovery_method WHERE account = ? AND id = ?";

  private static final String PUT =
      "INSERT INTO recovery_method AS r (id, account, kind, handle, since, sealed_root)"
          + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
          + " SET sealed_root = excluded.sealed_root, since = excluded.since"
          + " WHERE r.account = excluded.account AND r.kind = excluded.kind"
          + " AND r.handle IS NOT DISTINCT FROM excluded.handle";

  /** The tables. */
  public AccountKeyTable(DataSource database) {
    super(database);
  }

  /** The key of an account, with the ways to it. */
  public Optional<AccountKey> find(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(FIND);
              PreparedStatement methods = connection.prepareStatement(METHODS)) {
            select.setObject(1, account.value());
            methods.setObject(1, account.value());
            List<AccountKey.Way> ways =
                rows(
                    methods,
                    row ->
                        new AccountKey.Way(
                            new RecoveryMethod(
                                new RecoveryMethodId(Rows.uuid(row, 1)),
                                RecoveryKind.valueOf(row.getString(2)),
                                row.getString(3),
                                WireBytes.of(row.getBytes(4))),
                            row.getTimestamp(5).toInstant()));
            return rows(
                    select,
                    row ->
                        new AccountKey(
                            WireBytes.of(row.getBytes(1)), row.getTimestamp(2).toInstant(), ways))
                .stream()
                .findFirst();
          }
        });
  }

  /** The key, which nobody else looks at or changes until the end of the transaction. */
  public Optional<WireBytes> lock(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            return key(select, account);
          }
        });
  }

  /** The key, which stays what it is until the end of the transaction. */
  public Optional<WireBytes> hold(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(HOLD)) {
            return key(select, account);
          }
        });
  }

  private static Optional<WireBytes> key(PreparedStatement select, AccountId account)
      throws SQLException {
    select.setObject(1, account.value());
    return rows(select, row -> WireBytes.of(row.getBytes(1))).stream().findFirst();
  }

  /**
   * Gives an account its first key.
   *
   * @return false when it has one
   */
  public boolean insert(AccountId account, WireBytes key, Instant now) {
    return run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, account.value());
            insert.setBytes(2, key.bytes());
            insert.setTimestamp(3, Timestamp.from(now));
            return insert.executeUpdate() > 0;
          }
        });
  }

  /** Gives an account another key; there is no way to it yet. */
  public void replace(AccountId account, WireBytes key, Instant now) {
    run(
        connection -> {
          try (PreparedStatement methods = connection.prepareStatement(DROP_METHODS);
              PreparedStatement update = connection.prepareStatement(REPLACE)) {
            methods.setObject(1, account.value());
            methods.executeUpdate();
            update.setBytes(1, key.bytes());
            update.setTimestamp(2, Timestamp.from(now));
            update.setObject(3, account.value());
            return update.executeUpdate();
          }
        });
  }

  /**
   * Keeps a way of recovery; the same one again with what it seals now.
   *
   * @return false when its id is that of something else
   */
  public boolean put(AccountId account, RecoveryMethod method, Instant now) {
    return run(
        connection -> {
          try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setObject(1, method.id().value());
            put.setObject(2, account.value());
            put.setString(3, method.kind().name());
            put.setString(4, method.handle());
            put.setTimestamp(5, Timestamp.from(now));
            put.setBytes(6, method.sealedRoot().bytes());
            return put.executeUpdate() > 0;
          }
        });
  }

  /**
   * Takes a way of recovery away.
   *
   * @return false when the account does not have it
   */
  public boolean drop(AccountId account, RecoveryMethodId id) {
    return run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(DROP_METHOD)) {
            delete.setObject(1, account.value());
            delete.setObject(2, id.value());
            return delete.executeUpdate() > 0;
          }
        });
  }
}
