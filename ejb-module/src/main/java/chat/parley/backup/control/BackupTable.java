package chat.parley.backup.control;

import chat.parley.backup.BackupEntry;
import chat.parley.backup.BackupPage;
import chat.parley.backup.BackupRange;
import chat.parley.conversation.Membership;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** What people have backed up of conversations. */
public final class BackupTable extends BackupTables {

  // Before the lock, as whoever erases what a group has said locks the group first.
  private static final String KEEP_CONVERSATION =
      "SELECT 1 FROM conversation WHERE id = ? FOR KEY SHARE";

  private static final String LOCK =
      "SELECT pg_advisory_xact_lock_shared(hashtextextended('history_backup ' || ?::uuid, 0))";

  private static final String READABLE =
      " FROM journal_entry e WHERE e.stream_kind = 'c' AND e.stream_owner = ? AND e.seq = t.seq"
          + " AND e.kind = 'message' AND e.body IS NOT NULL"
          + " AND (e.expires_at IS NULL OR e.expires_at > ?)";

  private static final String INSERT =
      "INSERT INTO history_backup (account, conversation, seq, sealed)"
          + " SELECT ?, ?, t.seq, t.sealed FROM unnest(?::int8[], ?::bytea[]) AS t (seq, sealed)"
          + " WHERE t.seq BETWEEN ? AND ? AND EXISTS (SELECT"
          + READABLE
          + ") ON CONFLICT DO NOTHING";

  // The sizes are summed up before anything is read, so that a page is not longer than it may be.
  private static final String PAGE_BEGINS =
      "SELECT p.seq, p.sealed FROM (SELECT t.seq, t.sealed,"
          + " sum(octet_length(t.sealed)) OVER (ORDER BY t.place) - octet_length(t.sealed) AS sum"
          + " FROM (SELECT t.*, row_number() OVER (ORDER BY t.seq";

  private static final String PAGE_ENDS =
      ") AS place FROM history_backup t WHERE t.account = ? AND t.conversation = ?"
          + " AND t.seq > ? AND t.seq < ? AND EXISTS (SELECT"
          + READABLE
          + ") ORDER BY place LIMIT ?) AS t) AS p WHERE p.sum < ? ORDER BY p.seq";

  private static final String OLDEST = PAGE_BEGINS + PAGE_ENDS;

  private static final String NEWEST = PAGE_BEGINS + " DESC" + PAGE_ENDS + " DESC";

  private static final String MORE =
      "SELECT 1 FROM history_backup t WHERE t.account = ? AND t.conversation = ?"
          + " AND t.seq > ? AND t.seq < ? LIMIT 1";

  private static final String DROP = "DELETE FROM history_backup WHERE account = ?";

  private static final String ERASE =
      "DELETE FROM history_backup WHERE account = ? AND ctid = ANY (ARRAY("
          + "SELECT ctid FROM history_backup WHERE account = ? LIMIT ?))";

  /** The table. */
  public BackupTable(DataSource database) {
    super(database);
  }

  /**
   * Adds entries; those that are there stay, and those that are gone or that he may not read are
   * passed over.
   */
  public void keep(Membership membership, List<BackupEntry> entries, Instant now) {
    run(
        connection -> {
          lock(connection, membership);
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, membership.account().value());
            insert.setObject(2, membership.conversation().value());
            insert.setArray(
                3,
                connection.createArrayOf(
                    "int8", entries.stream().map(BackupEntry::seq).toArray(Long[]::new)));
            insert.setArray(
                4,
                connection.createArrayOf(
                    "bytea",
                    entries.stream().map(entry -> entry.sealed().bytes()).toArray(byte[][]::new)));
            insert.setLong(5, membership.joinedSeq());
            insert.setLong(6, membership.ceiling());
            insert.setObject(7, membership.conversation().value());
            insert.setTimestamp(8, Timestamp.from(now));
            return insert.executeUpdate();
          }
        });
  }

  private static void lock(Connection connection, Membership membership) throws SQLException {
    try (PreparedStatement conversation = connection.prepareStatement(KEEP_CONVERSATION);
        PreparedStatement lock = connection.prepareStatement(LOCK)) {
      conversation.setObject(1, membership.conversation().value());
      rows(conversation, row -> row.getInt(1));
      lock.setObject(1, membership.conversation().value());
      rows(lock, row -> 1);
    }
  }

  /** What is backed up in a range, as far as he may read it and it is not gone. */
  public BackupPage page(Membership membership, BackupRange range, Instant now) {
    Long after = range.after();
    Long before = range.before();
    long from = Math.max(membership.floor(), after == null ? 0 : after);
    long to = before == null ? Long.MAX_VALUE : before;
    long ceiling = membership.ceiling();
    long end = ceiling == Long.MAX_VALUE ? to : Math.min(to, ceiling + 1);
    return run(
        connection -> {
          List<BackupEntry> entries =
              read(connection, membership, after == null, from, end, range.limit(), now);
          if (entries.isEmpty()) {
            return new BackupPage(entries, false);
          }
          long last = entries.get(entries.size() - 1).seq();
          List<BackupEntry> ascending = new ArrayList<>(entries);
          if (after == null) {
            Collections.reverse(ascending);
          }
          boolean more =
              after == null
                  ? isMore(connection, membership, from, last)
                  : isMore(connection, membership, last, end);
          return new BackupPage(ascending, more);
        });
  }

  private static List<BackupEntry> read(
      Connection connection,
      Membership membership,
      boolean isNewestFirst,
      long after,
      long before,
      int limit,
      Instant now)
      throws SQLException {
    try (PreparedStatement select =
        isNewestFirst ? connection.prepareStatement(NEWEST) : connection.prepareStatement(OLDEST)) {
      select.setObject(1, membership.account().value());
      select.setObject(2, membership.conversation().value());
      select.setLong(3, after);
      select.setLong(4, before);
      select.setObject(5, membership.conversation().value());
      select.setTimestamp(6, Timestamp.from(now));
      select.setInt(7, limit);
      select.setLong(8, Limits.BACKUP_PAGE_BYTES);
      return rows(select, row -> new BackupEntry(row.getLong(1), WireBytes.of(row.getBytes(2))));
    }
  }

  private static boolean isMore(
      Connection connection, Membership membership, long after, long before) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(MORE)) {
      select.setObject(1, membership.account().value());
      select.setObject(2, membership.conversation().value());
      select.setLong(3, after);
      select.setLong(4, before);
      return !rows(select, row -> row.getInt(1)).isEmpty();
    }
  }

  /** Deletes all that an account has backed up. */
  public void drop(AccountId account) {
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(DROP)) {
            delete.setObject(1, account.value());
            return delete.executeUpdate();
          }
        });
  }

  /**
   * Deletes a part of it.
   *
   * @return whether there may be more
   */
  public boolean erase(AccountId account, int most) {
    return run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(ERASE)) {
            delete.setObject(1, account.value());
            delete.setObject(2, account.value());
            delete.setInt(3, most);
            return delete.executeUpdate() == most;
          }
        });
  }
}
