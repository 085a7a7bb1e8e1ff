package chat.parley.tip.control;

import chat.parley.conversation.ConversationId;
import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.ethereum.Chain.Token;
import chat.parley.ethereum.ChainSight.Block;
import chat.parley.ethereum.TransactionHash;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.boundary.Rows;
import chat.parley.platform.boundary.Tables;
import chat.parley.tip.MakeTip;
import chat.parley.tip.TipFault;
import chat.parley.tip.TipId;
import chat.parley.tip.TipState;
import chat.parley.tip.TipView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tips in the database. */
public final class TipTable extends Tables {

  private static final String COLUMNS =
      "SELECT id, conversation, payer, recipient, recipient_address, chain, asset, symbol,"
          + " decimals, amount, state, reason, hash, confirmations, needed, settled, created_at,"
          + " expires_at, changed_at, since_block, payer_wallets, sender, nonce, log_index, told,"
          + " look, request, paid_from FROM tip";

  private static final String FIND = COLUMNS + " WHERE id = ?";
  private static final String LOCK = COLUMNS + " WHERE id = ? FOR NO KEY UPDATE";
  private static final String BY_KEY = COLUMNS + " WHERE device = ? AND idempotency = ?";

  private static final String OF =
      COLUMNS
          + " WHERE (payer = ? OR recipient = ?) AND (?::uuid IS NULL OR id < ?)"
          + " ORDER BY id DESC LIMIT ?";

  // Jobs of another instance that is just looking are not lost: their rows are passed over.
  private static final String LOST =
      COLUMNS
          + " WHERE NOT settled AND look_due < ? ORDER BY look_due LIMIT 100"
          + " FOR NO KEY UPDATE SKIP LOCKED";

  private static final String INSERT =
      "INSERT INTO tip (id, conversation, payer, device, idempotency, recipient,"
          + " recipient_address, chain, asset, symbol, decimals, amount, created_at, expires_at,"
          + " since_block, payer_wallets, state, look_due, changed_at, request)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'INTENT', ?, ?, ?)"
          + " ON CONFLICT (device, idempotency) DO NOTHING";

  private static final String COUNT_OPEN =
      "SELECT count(*) FROM tip WHERE payer = ? AND state = 'INTENT'";

  // Of one request a payer has one payment that is on its way, or there.
  private static final String ANSWERED =
      "SELECT 1 FROM tip WHERE payer = ? AND conversation = ? AND request = ?"
          + " AND state IN ('SUBMITTED', 'INCLUDED', 'CONFIRMING', 'FINAL', 'REORGED') LIMIT 1";

  private static final String HOLD_PAYER =
      "SELECT pg_advisory_xact_lock(hashtextextended('tips of ' || ?, 0))";

  private static final String GIVEN =
      "SELECT coalesce(sum(amount), 0) FROM tip"
          + " WHERE payer = ? AND chain = ? AND asset IS NOT DISTINCT FROM ? AND created_at > ?"
          + " AND state NOT IN ('REPLACED', 'FAILED', 'EXPIRED', 'CANCELLED')";

  private static final String HOLD_TRANSACTION =
      "SELECT pg_advisory_xact_lock(hashtextextended('tip ' || ? || ' ' || ?, 0))";

  private static final String USED =
      "SELECT 1 FROM tip WHERE chain = ? AND hash = ? AND log_index = ? AND id <> ?";

  private static final String CHANGE =
      "UPDATE tip SET state = ?, reason = ?, hash = ?, sender = ?, nonce = ?, block = ?,"
          + " paid_from = ?,"
          + " block_hash = ?, log_index = ?, confirmations = ?, needed = ?, told = ?, settled = ?,"
          + " payer_wallets = CASE WHEN ? THEN '{}'::text[] ELSE payer_wallets END,"
          + " look = ?, look_due = ?, changed_at = ? WHERE id = ?";

  private static final String POSTPONE = "UPDATE tip SET look = ?, look_due = ? WHERE id = ?";

  private static final String WALLETS = "UPDATE tip SET payer_wallets = ? WHERE id = ?";

  private static final String REMEMBER =
      "INSERT INTO tip_state (tip, step, state, reason, hash, block, block_hash, confirmations, at)"
          + " SELECT ?, coalesce(max(step), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM tip_state"
          + " WHERE tip = ? RETURNING step";

  /**
   * The table.
   *
   * @param database gives connections that take part in the caller's transaction, if there is one
   */
  TipTable(DataSource database) {
    super(database, "Tips cannot be read or written now.");
  }

  /** A tip. */
  public Optional<TipRow> find(TipId id) {
    return run(connection -> first(connection.prepareStatement(FIND), id.value()));
  }

  /** A tip, which nobody else changes until the end of the transaction. */
  public Optional<TipRow> lock(TipId id) {
    return run(connection -> first(connection.prepareStatement(LOCK), id.value()));
  }

  /** The tip that a device made with this key. */
  public Optional<TipRow> find(DeviceId device, UUID key) {
    return run(connection -> first(connection.prepareStatement(BY_KEY), device.value(), key));
  }

  /** The newest of those that somebody gives or receives. */
  public List<TipRow> of(AccountId account, @Nullable TipId before, int limit) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(OF)) {
            select.setObject(1, account.value());
            select.setObject(2, account.value());
            UUID bound = before == null ? null : before.value();
            select.setObject(3, bound, Types.OTHER);
            select.setObject(4, bound, Types.OTHER);
            select.setInt(5, limit);
            return rows(select, TipTable::row);
          }
        });
  }

  /** Tips that should have been looked at before then; nobody else gets them meanwhile. */
  public List<TipRow> lost(Instant before) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LOST)) {
            select.setTimestamp(1, Timestamp.from(before));
            return rows(select, TipTable::row);
          }
        });
  }

  /** How many tips of a payer wait to be paid. */
  public int countOpen(AccountId payer) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(COUNT_OPEN)) {
            select.setObject(1, payer.value());
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }

  /** Until the end of the transaction nobody else promises something for this payer. */
  public void hold(AccountId payer) {
    run(
        connection -> {
          try (PreparedStatement hold = connection.prepareStatement(HOLD_PAYER)) {
            hold.setString(1, payer.toString());
            return hold.execute();
          }
        });
  }

  /** Whether a payment of this payer for a request is on its way, or there. */
  public boolean isAnswered(AccountId payer, ConversationId conversation, long request) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(ANSWERED)) {
            select.setObject(1, payer.value());
            select.setObject(2, conversation.value());
            select.setLong(3, request);
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
  }

  /**
   * How much a payer has given or promised since then, in the smallest units: what was not paid in
   * the end does not count.
   */
  public BigInteger given(AccountId payer, long chain, @Nullable Address asset, Instant since) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(GIVEN)) {
            select.setObject(1, payer.value());
            select.setLong(2, chain);
            select.setString(3, text(asset));
            select.setTimestamp(4, Timestamp.from(since));
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getBigDecimal(1).toBigIntegerExact();
            }
          }
        });
  }

  /**
   * Writes a promise.
   *
   * @return false when the key was used before, perhaps at this moment
   */
  public boolean insert(
      TipId id,
      MakeTip wish,
      Token asset,
      Address recipient,
      Collection<Address> payers,
      long since,
      Instant now,
      Instant expiresAt) {
    return run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id.value());
            insert.setObject(2, wish.conversation().value());
            insert.setObject(3, wish.payer().value());
            insert.setObject(4, wish.device().value());
            insert.setObject(5, wish.key());
            insert.setObject(6, wish.recipient().value());
            insert.setString(7, recipient.value());
            insert.setLong(8, wish.chain());
            insert.setString(9, text(asset.address()));
            insert.setString(10, asset.symbol());
            insert.setInt(11, asset.decimals());
            insert.setBigDecimal(12, new BigDecimal(wish.amount().units()));
            insert.setTimestamp(13, Timestamp.from(now));
            insert.setTimestamp(14, Timestamp.from(expiresAt));
            insert.setLong(15, since);
            insert.setArray(16, texts(connection, payers));
            insert.setTimestamp(17, Timestamp.from(expiresAt));
            insert.setTimestamp(18, Timestamp.from(now));
            insert.setObject(19, wish.request(), Types.BIGINT);
            return insert.executeUpdate() == 1;
          }
        });
  }

  /**
   * Whether this payment pays another tip. Until the end of the transaction nobody else asks that
   * of any payment of this hash: of two tips that see it at the same time, one is paid by it.
   */
  public boolean isUsed(TipRow tip, TransactionHash hash, long logIndex) {
    return run(
        connection -> {
          try (PreparedStatement hold = connection.prepareStatement(HOLD_TRANSACTION);
              PreparedStatement select = connection.prepareStatement(USED)) {
            hold.setLong(1, tip.view().chain());
            hold.setString(2, hash.value());
            hold.execute();
            select.setLong(1, tip.view().chain());
            select.setString(2, hash.value());
            select.setLong(3, logIndex);
            select.setObject(4, tip.view().id().value());
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
  }

  /** Keeps the wallets that count for a tip. */
  public void keepWallets(TipId id, Collection<Address> wallets) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(WALLETS)) {
            update.setArray(1, texts(connection, wallets));
            update.setObject(2, id.value());
            return update.executeUpdate();
          }
        });
  }

  /**
   * Writes what a tip is now.
   *
   * @param block that holds its transaction; null when none does
   * @param lookDue when it is looked at next
   */
  public void change(TipRow tip, @Nullable Block block, Instant lookDue) {
    TipView view = tip.view();
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
            update.setString(1, view.state().name());
            update.setString(2, name(view.fault()));
            update.setString(3, text(view.hash()));
            update.setString(4, text(tip.sender()));
            update.setObject(5, tip.nonce(), Types.BIGINT);
            update.setObject(6, block == null ? null : block.number(), Types.BIGINT);
            update.setString(7, text(view.from()));
            update.setString(8, block == null ? null : block.hash());
            update.setObject(9, tip.logIndex(), Types.BIGINT);
            update.setInt(10, view.confirmations());
            update.setInt(11, view.needed());
            update.setInt(12, tip.told());
            update.setBoolean(13, view.settled());
            update.setBoolean(14, view.settled());
            update.setInt(15, tip.look());
            update.setTimestamp(16, Timestamp.from(lookDue));
            update.setTimestamp(17, Timestamp.from(view.changedAt()));
            update.setObject(18, view.id().value());
            return update.executeUpdate();
          }
        });
  }

  /** Writes when a tip is looked at next, and by which job. */
  public void postpone(TipRow tip, Instant lookDue) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(POSTPONE)) {
            update.setInt(1, tip.look());
            update.setTimestamp(2, Timestamp.from(lookDue));
            update.setObject(3, tip.view().id().value());
            return update.executeUpdate();
          }
        });
  }

  /**
   * Adds to what a tip has been.
   *
   * @return the number of this step
   */
  public int remember(TipView view, @Nullable Block block) {
    return run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
            insert.setObject(1, view.id().value());
            insert.setString(2, view.state().name());
            insert.setString(3, name(view.fault()));
            insert.setString(4, text(view.hash()));
            insert.setObject(5, block == null ? null : block.number(), Types.BIGINT);
            insert.setString(6, block == null ? null : block.hash());
            insert.setInt(7, view.confirmations());
            insert.setTimestamp(8, Timestamp.from(view.changedAt()));
            insert.setObject(9, view.id().value());
            try (ResultSet row = insert.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }

  private static Optional<TipRow> first(PreparedStatement prepared, Object... keys)
      throws SQLException {
    try (PreparedStatement select = prepared) {
      for (int i = 0; i < keys.length; i++) {
        select.setObject(i + 1, keys[i]);
      }
      return rows(select, TipTable::row).stream().findFirst();
    }
  }

  private static TipRow row(ResultSet row) throws SQLException {
    String asset = row.getString(7);
    String fault = row.getString(12);
    String hash = row.getString(13);
    String sender = row.getString(22);
    String symbol = row.getString(8);
    String from = row.getString(28);
    TipView view =
        new TipView(
            new TipId(Rows.uuid(row, 1)),
            new ConversationId(Rows.uuid(row, 2)),
            new AccountId(Rows.uuid(row, 3)),
            new AccountId(Rows.uuid(row, 4)),
            new Address(row.getString(5)),
            row.getLong(6),
            new Token(asset == null ? null : new Address(asset), symbol, row.getInt(9), symbol),
            new Amount(row.getBigDecimal(10).toBigIntegerExact()),
            Rows.longOrNull(row, 27),
            TipState.valueOf(row.getString(11)),
            fault == null ? null : TipFault.valueOf(fault),
            hash == null ? null : new TransactionHash(hash),
            from == null ? null : new Address(from),
            row.getInt(14),
            row.getInt(15),
            row.getBoolean(16),
            row.getTimestamp(17).toInstant(),
            row.getTimestamp(18).toInstant(),
            row.getTimestamp(19).toInstant());
    return new TipRow(
        view,
        row.getLong(20),
        addresses(row.getArray(21)),
        sender == null ? null : new Address(sender),
        Rows.longOrNull(row, 23),
        Rows.longOrNull(row, 24),
        row.getInt(25),
        row.getInt(26));
  }

  private static Set<Address> addresses(Array array) throws SQLException {
    return Arrays.stream((Object[]) array.getArray())
        .map(text -> new Address(String.valueOf(text)))
        .collect(Collectors.toSet());
  }

  private static Array texts(Connection connection, Collection<Address> addresses)
      throws SQLException {
    return connection.createArrayOf("text", addresses.stream().map(Address::value).toArray());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String name(@Nullable TipFault fault) {
    return fault == null ? null : fault.name();
  }
}
