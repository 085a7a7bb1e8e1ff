package chat.parley.message.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Seat;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Watermarks in the database. */
final class WatermarkTable {

  // Rows in one order, so that two instances that move the same ones wait and do not deadlock.
  private static final String RAISE =
      "INSERT INTO message_watermark AS w (conversation, account, delivered, read)"
          + " SELECT conversation, account, delivered, read"
          + " FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[])"
          + " AS t (conversation, account, delivered, read) ORDER BY conversation, account"
          + " ON CONFLICT (conversation, account) DO UPDATE"
          + " SET delivered = greatest(w.delivered, excluded.delivered),"
          + " read = greatest(w.read, excluded.read)"
          + " WHERE excluded.delivered > w.delivered OR excluded.read > w.read"
          + " RETURNING conversation, account, delivered, read";

  private static final String OF =
      "SELECT conversation, account, delivered, read FROM message_watermark"
          + " WHERE conversation = ANY (?) AND (account = ? OR NOT conversation = ANY (?))"
          + " ORDER BY conversation, account";

  private WatermarkTable() {}

  /** Raises watermarks to at least these; returns those that moved, as they are now. */
  static Map<ConversationId, List<Watermark>> raise(
      Connection connection, Map<Seat, Watermark> watermarks) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(RAISE)) {
      Object[] conversations =
          watermarks.keySet().stream().map(seat -> seat.conversation().value()).toArray();
      Object[] accounts =
          watermarks.keySet().stream().map(seat -> seat.account().value()).toArray();
      Object[] delivered = watermarks.values().stream().map(Watermark::delivered).toArray();
      Object[] read = watermarks.values().stream().map(Watermark::read).toArray();
      write.setArray(1, connection.createArrayOf("uuid", conversations));
      write.setArray(2, connection.createArrayOf("uuid", accounts));
      write.setArray(3, connection.createArrayOf("int8", delivered));
      write.setArray(4, connection.createArrayOf("int8", read));
      return read(write);
    }
  }

  /**
   * The watermarks of conversations; those where nobody has moved are left out.
   *
   * @param ownOnly those of them where only the viewer's own is wanted
   */
  static Map<ConversationId, List<Watermark>> of(
      Connection connection,
      Collection<ConversationId> conversations,
      Collection<ConversationId> ownOnly,
      AccountId viewer)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OF)) {
      select.setArray(1, ids(connection, conversations));
      select.setObject(2, viewer.value());
      select.setArray(3, ids(connection, ownOnly));
      return read(select);
    }
  }

  private static Array ids(Connection connection, Collection<ConversationId> conversations)
      throws SQLException {
    return connection.createArrayOf(
        "uuid", conversations.stream().map(ConversationId::value).toArray());
  }

  private static Map<ConversationId, List<Watermark>> read(PreparedStatement statement)
      throws SQLException {
    Map<ConversationId, List<Watermark>> watermarks = new HashMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        watermarks
            .computeIfAbsent(
                new ConversationId(row.getObject(1, UUID.class)), id -> new ArrayList<>())
            .add(
                new Watermark(
                    new AccountId(row.getObject(2, UUID.class)), row.getLong(3), row.getLong(4)));
      }
    }
    return watermarks;
  }
}
