package chat.parley.notification.control;

import chat.parley.conversation.ConversationId;
import chat.parley.notification.ConversationNotifications;
import chat.parley.notification.PushSubscription;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Unavailable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Where devices are reached, in the database. */
public final class SubscriptionTable {

  private static final String TAKE_OVER =
      "DELETE FROM push_subscription WHERE endpoint_hash = ? AND device <> ?";

  private static final String SAVE =
      "INSERT INTO push_subscription"
          + " (device, account, since, endpoint, endpoint_hash, p256dh, auth)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (device) DO UPDATE SET since = excluded.since,"
          + " endpoint = excluded.endpoint, endpoint_hash = excluded.endpoint_hash,"
          + " p256dh = excluded.p256dh, auth = excluded.auth";

  private static final String TRIM =
      "DELETE FROM push_subscription WHERE device IN (SELECT device FROM push_subscription"
          + " WHERE account = ? ORDER BY since DESC, device OFFSET ?)";

  private static final String TARGET =
      "SELECT p.endpoint, p.p256dh, p.auth, p.since, greatest(w.read, w.read_privately, 0),"
          + " s.level, s.muted_until"
          + " FROM push_subscription p"
          + " JOIN conversation_member m ON m.account = p.account AND m.conversation = ?"
          + " AND m.left_seq IS NULL"
          + " LEFT JOIN message_watermark w"
          + " ON w.conversation = m.conversation AND w.account = m.account"
          + " LEFT JOIN notification_setting s"
          + " ON s.conversation = m.conversation AND s.account = m.account WHERE p.device = ?";

  private static final String REMOVE = "DELETE FROM push_subscription WHERE device = ?";

  private static final String REMOVE_GONE =
      "DELETE FROM push_subscription WHERE device = ? AND endpoint_hash = ?";

  // A device whose session was ended on purpose; one that was merely idle for long stays.
  private static final String REMOVE_SIGNED_OUT =
      "DELETE FROM push_subscription p WHERE p.account = ? AND"
          // The last one counts: those before it are remembered for a while.
          + " (SELECT s.ended_at IS NOT NULL FROM session s WHERE s.device_id = p.device"
          + " ORDER BY s.created_at DESC, s.id DESC LIMIT 1)";

  private final DataSource database;

  /**
   * The table.
   *
   * @param database gives connections that take part in the caller's transaction, if there is one
   */
  SubscriptionTable(DataSource database) {
    this.database = database;
  }

  /** What to do with a connection. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * A device to call.
   *
   * @param since when it said so last
   * @param read how far its owner has read the conversation
   * @param wish what its owner wants to hear of it
   */
  public record Target(
      PushSubscription subscription, Instant since, long read, ConversationNotifications wish) {}

  /**
   * Writes where a device is reached; a browser that was another device's is that no more. Of an
   * account with more devices than it may have the oldest is forgotten.
   *
   * @param keep how many it may have
   */
  public void save(
      AccountId account, DeviceId device, PushSubscription subscription, Instant now, int keep) {
    byte[] hash = hash(subscription.endpoint());
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(TAKE_OVER)) {
            delete.setBytes(1, hash);
            delete.setObject(2, device.value());
            delete.executeUpdate();
          }
          try (PreparedStatement write = connection.prepareStatement(SAVE)) {
            write.setObject(1, device.value());
            write.setObject(2, account.value());
            write.setTimestamp(3, Timestamp.from(now));
            write.setString(4, subscription.endpoint().toString());
            write.setBytes(5, hash);
            write.setBytes(6, subscription.key());
            write.setBytes(7, subscription.secret());
            write.executeUpdate();
          }
          try (PreparedStatement delete = connection.prepareStatement(TRIM)) {
            delete.setObject(1, account.value());
            delete.setInt(2, keep);
            return delete.executeUpdate();
          }
        });
  }

  /**
   * The device to call about a conversation, when there still is one and its owner is a member now.
   */
  public Optional<Target> target(DeviceId device, ConversationId conversation) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(TARGET)) {
            select.setObject(1, conversation.value());
            select.setObject(2, device.value());
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(target(row)) : Optional.empty();
            }
          }
        });
  }

  private static Target target(ResultSet row) throws SQLException {
    return new Target(
        PushSubscription.of(URI.create(row.getString(1)), row.getBytes(2), row.getBytes(3)),
        row.getTimestamp(4).toInstant(),
        row.getLong(5),
        NotificationTables.wish(row.getString(6), row.getTimestamp(7)));
  }

  /** Removes the subscription of a device. */
  public void remove(DeviceId device) {
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setObject(1, device.value());
            return delete.executeUpdate();
          }
        });
  }

  /** Removes the subscription of a device, unless it has a new one by now. */
  public void removeGone(DeviceId device, PushSubscription subscription) {
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(REMOVE_GONE)) {
            delete.setObject(1, device.value());
            delete.setBytes(2, hash(subscription.endpoint()));
            return delete.executeUpdate();
          }
        });
  }

  /** Removes the subscriptions of an account's devices that are signed out. */
  public void removeSignedOut(AccountId account) {
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(REMOVE_SIGNED_OUT)) {
            delete.setObject(1, account.value());
            return delete.executeUpdate();
          }
        });
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Subscriptions cannot be read or written now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  private static byte[] hash(URI endpoint) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(endpoint.toString().getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
