package chat.parley.budget.control;

import chat.parley.budget.Budget;
import chat.parley.budget.BudgetReached;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.Tables;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import javax.sql.DataSource;

/** What all instances have written down of budgets; in the caller's transaction. */
public final class BudgetTable extends Tables {

  private static final String MONTH = "date_trunc('month', now() AT TIME ZONE 'UTC')::date";

  private static final String NEXT =
      " (extract(epoch FROM ((date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month')"
          + " AT TIME ZONE 'UTC' - now())) * 1000)::bigint";

  private static final String ADD =
      "INSERT INTO budget_use AS u (budget, month, shard, used) VALUES (?, "
          + MONTH
          + ", ?, ?) ON CONFLICT (budget, month, shard) DO UPDATE SET used = u.used + excluded.used";

  private static final String USED =
      "SELECT "
          + MONTH
          + ","
          + NEXT
          + ", (SELECT coalesce(sum(used), 0) FROM budget_use WHERE budget = ? AND month = "
          + MONTH
          + ")";

  private static final String ADD_OWN =
      "INSERT INTO budget_use_own AS u (account, budget, month, used) VALUES (?, ?, "
          + MONTH
          + ", ?) ON CONFLICT (account, budget, month) DO UPDATE SET used = u.used + excluded.used";

  private static final String USED_OWN =
      "SELECT "
          + MONTH
          + ","
          + NEXT
          + ", (SELECT coalesce(sum(used), 0) FROM budget_use_own"
          + " WHERE account = ? AND budget = ? AND month = "
          + MONTH
          + ")";

  private static final String FORGET = "DELETE FROM budget_use_own WHERE month < " + MONTH;

  private static final String REACH =
      "INSERT INTO budget_reached (budget, month, percent, used, granted) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";

  // One after the other, so that nobody looks for room while another one takes it.
  private static final String HOLD_STORAGE =
      "SELECT pg_advisory_xact_lock(hashtextextended('budget storage', 0))";

  private static final String STORED =
      "SELECT "
          + MONTH
          + ","
          + NEXT
          + ", (SELECT coalesce(sum(bytes), 0) FROM budget_stored WHERE account IS NULL)"
          + " + (SELECT coalesce(sum(bytes), 0) FROM budget_storing)";

  private static final String STORED_OWN =
      "SELECT "
          + MONTH
          + ","
          + NEXT
          + ", (SELECT coalesce(sum(bytes), 0) FROM budget_stored WHERE account = ?)"
          + " + (SELECT coalesce(sum(bytes), 0) FROM budget_storing WHERE account = ?)";

  private static final String HOLD_FOLDING =
      "SELECT pg_try_advisory_xact_lock(hashtextextended('budget folding', 0))";

  private static final String FOLD =
      "WITH taken AS (DELETE FROM budget_storing WHERE id IN"
          + " (SELECT id FROM budget_storing ORDER BY id LIMIT ?) RETURNING account, bytes),"
          + " sums AS (SELECT NULL::uuid AS account, sum(bytes) AS bytes FROM taken"
          + " HAVING count(*) > 0 UNION ALL"
          + " SELECT account, sum(bytes) FROM taken WHERE account IS NOT NULL GROUP BY account)"
          + " INSERT INTO budget_stored AS s (account, bytes) SELECT account, bytes FROM sums"
          + " ON CONFLICT (account) DO UPDATE SET bytes = s.bytes + excluded.bytes";

  private static final String EMPTY =
      "DELETE FROM budget_stored WHERE account IS NOT NULL AND bytes <= 0";

  private final int shard;

  /**
   * The tables.
   *
   * @param database gives connections that take part in the caller's transaction
   * @param shard whose row of the installation this instance adds to
   */
  public BudgetTable(DataSource database, int shard) {
    super(database, "It cannot be counted now.");
    this.shard = shard;
  }

  /** Adds to what the installation has used. */
  public Standing add(Budget budget, long amount) {
    return run(
        connection -> {
          if (amount > 0) {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
              insert.setString(1, budget.word());
              insert.setInt(2, shard);
              insert.setLong(3, amount);
              insert.executeUpdate();
            }
          }
          try (PreparedStatement select = connection.prepareStatement(USED)) {
            select.setString(1, budget.word());
            return standing(select);
          }
        });
  }

  /** Adds to what one person has used. */
  public Standing add(Budget budget, AccountId account, long amount) {
    return run(
        connection -> {
          if (amount > 0) {
            try (PreparedStatement insert = connection.prepareStatement(ADD_OWN)) {
              insert.setObject(1, account.value());
              insert.setString(2, budget.word());
              insert.setLong(3, amount);
              insert.executeUpdate();
            }
          }
          try (PreparedStatement select = connection.prepareStatement(USED_OWN)) {
            select.setObject(1, account.value());
            select.setString(2, budget.word());
            return standing(select);
          }
        });
  }

  /** Forgets what people have used in months that are over. */
  public int forget() {
    return run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            return delete.executeUpdate();
          }
        });
  }

  /**
   * Notes that a threshold is reached.
   *
   * @return false when that was noted before
   */
  public boolean reach(BudgetReached reached) {
    return run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(REACH)) {
            insert.setString(1, reached.budget().word());
            insert.setDate(2, Date.valueOf(reached.month().atDay(1)));
            insert.setInt(3, reached.percent());
            insert.setLong(4, reached.used());
            insert.setLong(5, reached.granted());
            return insert.executeUpdate() == 1;
          }
        });
  }

  /** Lets nobody else look for room until the end of the transaction. */
  public void holdStorage() {
    run(
        connection -> {
          try (PreparedStatement hold = connection.prepareStatement(HOLD_STORAGE)) {
            return hold.execute();
          }
        });
  }

  /** What is stored in all. */
  public Standing stored() {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(STORED)) {
            return standing(select);
          }
        });
  }

  /** What is stored of one person. */
  public Standing stored(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(STORED_OWN)) {
            select.setObject(1, account.value());
            select.setObject(2, account.value());
            return standing(select);
          }
        });
  }

  /**
   * Sums up changes of what is stored; nothing when another does it now.
   *
   * @param limit at most so many
   */
  public void fold(int limit) {
    run(
        connection -> {
          if (isFoldedByOthers(connection)) {
            return 0;
          }
          try (PreparedStatement fold = connection.prepareStatement(FOLD);
              PreparedStatement empty = connection.prepareStatement(EMPTY)) {
            fold.setInt(1, limit);
            return fold.executeUpdate() == 0 ? 0 : empty.executeUpdate();
          }
        });
  }

  private static boolean isFoldedByOthers(Connection connection) throws SQLException {
    try (PreparedStatement hold = connection.prepareStatement(HOLD_FOLDING);
        ResultSet row = hold.executeQuery()) {
      return !row.next() || !row.getBoolean(1);
    }
  }

  private static Standing standing(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("a sum is always a row");
      }
      return new Standing(
          YearMonth.from(row.getDate(1).toLocalDate()),
          row.getLong(3),
          Duration.ofMillis(row.getLong(2)));
    }
  }
}
