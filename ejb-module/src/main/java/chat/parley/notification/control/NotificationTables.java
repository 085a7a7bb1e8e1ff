package chat.parley.notification.control;

import chat.parley.conversation.ConversationId;
import chat.parley.notification.ConversationNotifications;
import chat.parley.notification.NotificationLevel;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Unavailable;
import chat.parley.platform.boundary.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Wishes and calls in the database. */
public final class NotificationTables {

  private static final String SAVE =
      "INSERT INTO notification_setting AS s (conversation, account, level, muted_until)"
          + " VALUES (?, ?, ?, ?) ON CONFLICT (conversation, account) DO UPDATE"
          + " SET level = excluded.level, muted_until = excluded.muted_until"
          + " WHERE s.level <> excluded.level"
          + " OR s.muted_until IS DISTINCT FROM excluded.muted_until";

  private static final String OF =
      "SELECT conversation, level, muted_until FROM notification_setting"
          + " WHERE account = ? AND conversation = ANY (?)";

  // Those alone who are members now: who has left, or came back, is told of what came since.
  private static final String CANDIDATES =
      "SELECT m.account, m.joined_seq, s.level, s.muted_until, greatest(w.read,"
          + " w.read_privately, c.seq, 0)"
          + " FROM conversation_member m"
          + " LEFT JOIN notification_setting s"
          + " ON s.conversation = m.conversation AND s.account = m.account"
          + " LEFT JOIN message_watermark w"
          + " ON w.conversation = m.conversation AND w.account = m.account"
          + " LEFT JOIN notification_call c"
          + " ON c.conversation = m.conversation AND c.account = m.account"
          + " WHERE m.conversation = ? AND m.left_seq IS NULL"
          + " AND EXISTS (SELECT FROM push_subscription p WHERE p.account = m.account)";

  private static final String QUIET =
      "SELECT seq FROM notification_quiet WHERE conversation = ? AND seq >= ?";

  private static final String FORGET_QUIET =
      "DELETE FROM notification_quiet WHERE conversation = ? AND at < ?";

  // Rows in one order, so that two jobs of one conversation wait and do not deadlock.
  private static final String CLAIM =
      "INSERT INTO notification_call AS c (conversation, account, seq)"
          + " SELECT ?, account, seq FROM unnest(?::uuid[], ?::bigint[]) AS t (account, seq)"
          + " ORDER BY account ON CONFLICT (conversation, account) DO UPDATE"
          + " SET seq = excluded.seq WHERE c.seq < excluded.seq RETURNING account, seq";

  private static final String DEVICES =
      "SELECT account, device FROM push_subscription WHERE account = ANY (?) ORDER BY device";

  private final DataSource database;

  /**
   * The tables.
   *
   * @param database gives connections that take part in the caller's transaction, if there is one
   */
  NotificationTables(DataSource database) {
    this.database = database;
  }

  /** What to do with a connection. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Writes a wish; false when it was the same before. */
  public boolean save(
      ConversationId conversation, AccountId account, ConversationNotifications wish) {
    return run(
        connection -> {
          try (PreparedStatement write = connection.prepareStatement(SAVE)) {
            write.setObject(1, conversation.value());
            write.setObject(2, account.value());
            write.setString(3, wish.level().name());
            write.setTimestamp(
                4, wish.mutedUntil() == null ? null : Timestamp.from(wish.mutedUntil()));
            return write.executeUpdate() > 0;
          }
        });
  }

  /** The wishes of an account; conversations without one are left out. */
  public Map<ConversationId, ConversationNotifications> of(
      AccountId account, Collection<ConversationId> conversations) {
    return run(
        connection -> {
          Map<ConversationId, ConversationNotifications> wishes = new HashMap<>();
          try (PreparedStatement select = connection.prepareStatement(OF)) {
            select.setObject(1, account.value());
            select.setArray(
                2,
                connection.createArrayOf(
                    "uuid", conversations.stream().map(ConversationId::value).toArray()));
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                wishes.put(
                    new ConversationId(Rows.uuid(row, 1)),
                    wish(row.getString(2), row.getTimestamp(3)));
              }
            }
          }
          return wishes;
        });
  }

  /** The members, as of now, who have a device that can be called, and what is known of them. */
  public List<Calls.Candidate> candidates(ConversationId conversation) {
    return run(
        connection -> {
          List<Calls.Candidate> candidates = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(CANDIDATES)) {
            select.setObject(1, conversation.value());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                candidates.add(
                    new Calls.Candidate(
                        new AccountId(Rows.uuid(row, 1)),
                        row.getLong(2),
                        wish(row.getString(3), row.getTimestamp(4)),
                        row.getLong(5)));
              }
            }
          }
          return candidates;
        });
  }

  /**
   * The messages from one on that are worth no call.
   *
   * @param forget what is older than this is needed by no job any more
   */
  public Set<Long> quiet(ConversationId conversation, long from, Instant forget) {
    return run(
        connection -> {
          Set<Long> quiet = new HashSet<>();
          try (PreparedStatement select = connection.prepareStatement(QUIET)) {
            select.setObject(1, conversation.value());
            select.setLong(2, from);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                quiet.add(row.getLong(1));
              }
            }
          }
          try (PreparedStatement delete = connection.prepareStatement(FORGET_QUIET)) {
            delete.setObject(1, conversation.value());
            delete.setTimestamp(2, Timestamp.from(forget));
            delete.executeUpdate();
          }
          return quiet;
        });
  }

  /** Takes note of calls; returns those that nobody made before. */
  public Map<AccountId, Long> claim(ConversationId conversation, Map<AccountId, Long> calls) {
    return run(
        connection -> {
          Map<AccountId, Long> claimed = new HashMap<>();
          try (PreparedStatement write = connection.prepareStatement(CLAIM)) {
            write.setObject(1, conversation.value());
            write.setArray(
                2,
                connection.createArrayOf(
                    "uuid", calls.keySet().stream().map(AccountId::value).toArray()));
            write.setArray(3, connection.createArrayOf("int8", calls.values().toArray()));
            try (ResultSet row = write.executeQuery()) {
              while (row.next()) {
                claimed.put(new AccountId(Rows.uuid(row, 1)), row.getLong(2));
              }
            }
          }
          return claimed;
        });
  }

  /** The devices of accounts that can be called. */
  public Map<DeviceId, AccountId> devices(Collection<AccountId> accounts) {
    return run(
        connection -> {
          Map<DeviceId, AccountId> devices = new HashMap<>();
          try (PreparedStatement select = connection.prepareStatement(DEVICES)) {
            select.setArray(
                1,
                connection.createArrayOf(
                    "uuid", accounts.stream().map(AccountId::value).toArray()));
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                devices.put(new DeviceId(Rows.uuid(row, 2)), new AccountId(Rows.uuid(row, 1)));
              }
            }
          }
          return devices;
        });
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Notifications cannot be read or written now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  /** Of a member who said nothing, what holds until then. */
  static ConversationNotifications wish(@Nullable String level, @Nullable Timestamp mutedUntil) {
    return level == null
        ? ConversationNotifications.DEFAULT
        : new ConversationNotifications(
            NotificationLevel.valueOf(level), mutedUntil == null ? null : mutedUntil.toInstant());
  }
}
