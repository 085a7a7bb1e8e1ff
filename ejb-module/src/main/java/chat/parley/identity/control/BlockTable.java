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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Who has blocked whom, in the database and in the caller's transaction. */
@ApplicationScoped
public class BlockTable {

  private static final String LOCK = "SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE";

  private static final String COUNT = "SELECT count(*) FROM account_block WHERE account = ?";

  // Who does not exist is blocked by nobody.
  private static final String BLOCK =
      "INSERT INTO account_block (account, blocked, blocked_at)"
          + " SELECT ?, a.id, ? FROM account a WHERE a.id = ? AND a.active_at IS NOT NULL"
          + " ON CONFLICT DO NOTHING";

  private static final String UNBLOCK =
      "DELETE FROM account_block WHERE account = ? AND blocked = ?";

  private static final String HAS = "SELECT 1 FROM account_block WHERE account = ? AND blocked = ?";

  private static final String LIST =
      "SELECT blocked, blocked_at FROM account_block WHERE account = ? AND blocked > ?"
          + " ORDER BY blocked LIMIT ?";

  private static final String AROUND =
      "SELECT blocked FROM account_block WHERE account = ?"
          + " UNION SELECT account FROM account_block WHERE blocked = ?";

  private static final String APART =
      "SELECT p.id FROM unnest(?) AS p (id) WHERE EXISTS (SELECT FROM account_block b"
          + " WHERE b.account = ? AND b.blocked = p.id)"
          + " OR EXISTS (SELECT FROM account_block b WHERE b.account = p.id AND b.blocked = ?)";

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  /** One row. */
  public record Block(AccountId blocked, Instant since) {}

  /** What to do with a connection. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Lets one transaction at a time change whom an account blocks, until it ends. */
  public void lock(AccountId account) {
    run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setObject(1, account.value());
            select.executeQuery().close();
            return true;
          }
        });
  }

  /** How many people an account blocks. */
  public int count(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setObject(1, account.value());
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }

  /** Blocks somebody, if there is such an account. */
  public void block(AccountId account, AccountId other, Instant now) {
    run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(BLOCK)) {
            insert.setObject(1, account.value());
            insert.setTimestamp(2, Timestamp.from(now));
            insert.setObject(3, other.value());
            return insert.executeUpdate();
          }
        });
  }

  /** Whether somebody was blocked, and is no more. */
  public boolean unblock(AccountId account, AccountId other) {
    return run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(UNBLOCK)) {
            delete.setObject(1, account.value());
            delete.setObject(2, other.value());
            return delete.executeUpdate() > 0;
          }
        });
  }

  /** Whether an account blocks another one. */
  public boolean isBlocked(AccountId account, AccountId other) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(HAS)) {
            select.setObject(1, account.value());
            select.setObject(2, other.value());
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
  }

  /** Whom an account blocks, in the order of their ids, behind this one. */
  public List<Block> list(AccountId account, AccountId after, int limit) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setObject(1, account.value());
            select.setObject(2, after.value());
            select.setInt(3, limit);
            List<Block> blocks = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                blocks.add(
                    new Block(new AccountId(Rows.uuid(row, 1)), row.getTimestamp(2).toInstant()));
              }
            }
            return blocks;
          }
        });
  }

  /** All whom an account blocks, and who block it. */
  public Set<AccountId> around(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(AROUND)) {
            select.setObject(1, account.value());
            select.setObject(2, account.value());
            return accounts(select);
          }
        });
  }

  /** Those of these people whom a viewer blocks, or who block him. */
  public Set<AccountId> apart(AccountId viewer, Collection<AccountId> people) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(APART)) {
            select.setArray(
                1,
                select
                    .getConnection()
                    .createArrayOf("uuid", people.stream().map(AccountId::value).toArray()));
            select.setObject(2, viewer.value());
            select.setObject(3, viewer.value());
            return accounts(select);
          }
        });
  }

  private static Set<AccountId> accounts(PreparedStatement select) throws SQLException {
    Set<AccountId> accounts = new HashSet<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        accounts.add(new AccountId(Rows.uuid(row, 1)));
      }
    }
    return accounts;
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("The list of blocked people does not answer now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }
}
