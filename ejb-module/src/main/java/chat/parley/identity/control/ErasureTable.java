package chat.parley.identity.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import chat.parley.platform.boundary.Resources;
import chat.parley.platform.boundary.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** How far deletions have come that are not at their end, in the caller's transaction. */
@ApplicationScoped
public class ErasureTable {

  private static final String BEGIN =
      "INSERT INTO account_erasure (account, due_at) VALUES (?, ?) ON CONFLICT DO NOTHING";

  private static final String TAKE =
      "UPDATE account_erasure SET due_at = ? WHERE account = (SELECT account FROM account_erasure"
          + " WHERE due_at <= ? ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING account";

  private static final String LOCK =
      "SELECT round, erased FROM account_erasure WHERE account = ? FOR UPDATE SKIP LOCKED";

  private static final String MOVE =
      "UPDATE account_erasure SET round = ?, erased = ?, due_at = ? WHERE account = ?";

  private static final String REVIVED =
      "SELECT a.id FROM sealing_personal_key k JOIN account a ON a.id = k.account"
          + " WHERE k.sealed IS NULL AND a.deleted_at IS NULL";

  private static final String END = "DELETE FROM account_erasure WHERE account = ?";

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  /**
   * How far one has come.
   *
   * @param round 1 or 2
   * @param erased the last feature whose rows are gone in this round; empty for none
   */
  public record Progress(int round, String erased) {}

  /** What to do with a connection. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Notes that an account is to be erased. */
  public void begin(AccountId account, Instant now) {
    run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setObject(1, account.value());
            insert.setTimestamp(2, Timestamp.from(now));
            return insert.executeUpdate();
          }
        });
  }

  /**
   * Takes up the deletion that is due for longest.
   *
   * @param until before then no other instance takes it up
   */
  public Optional<AccountId> take(Instant now, Instant until) {
    return run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(TAKE)) {
            update.setTimestamp(1, Timestamp.from(until));
            update.setTimestamp(2, Timestamp.from(now));
            try (ResultSet row = update.executeQuery()) {
              return row.next() ? Optional.of(new AccountId(Rows.uuid(row, 1))) : Optional.empty();
            }
          }
        });
  }

  /** How far the deletion has come; empty when it is at its end, or another instance is at it. */
  public Optional<Progress> lock(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setObject(1, account.value());
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(new Progress(row.getInt(1), row.getString(2)))
                  : Optional.empty();
            }
          }
        });
  }

  /** Notes how far it has come, and when the next step is due if this instance does not do it. */
  public void move(AccountId account, Progress progress, Instant dueAt) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setInt(1, progress.round());
            update.setString(2, progress.erased());
            update.setTimestamp(3, Timestamp.from(dueAt));
            update.setObject(4, account.value());
            return update.executeUpdate();
          }
        });
  }

  /** Accounts that are there although their keys were destroyed. */
  public List<AccountId> revived() {
    return run(
        connection -> {
          List<AccountId> found = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(REVIVED);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              found.add(new AccountId(Rows.uuid(row, 1)));
            }
          }
          return found;
        });
  }

  /** Notes that nothing is left to do. */
  public void end(AccountId account) {
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(END)) {
            delete.setObject(1, account.value());
            return delete.executeUpdate();
          }
        });
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Accounts cannot be deleted now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }
}
