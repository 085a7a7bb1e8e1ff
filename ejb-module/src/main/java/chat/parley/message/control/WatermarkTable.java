package chat.parley.message.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Seat;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.Rows;
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

  // What is read privately has been delivered, which the first statement has written already.
  private static final String RAISE_PRIVATELY =
      "INSERT INTO message_watermark AS w (conversation, account, delivered, read, read_privately)"
          + " SELECT conversation, account, seq, 0, seq"
          + " FROM unnest(?::uuid[], ?::uuid[], ?::bigint[])"
          + " AS t (conversation, account, seq) ORDER BY conversation, account"
          + " ON CONFLICT (conversation, account) DO UPDATE"
          + " SET read_privately = excluded.read_privately"
          + " WHERE excluded.read_privately > greatest(w.read, w.read_privately)"
          + " RETURNING conversation, account, delivered, read_privately";

  private static final String AS_SEEN =
      "SELECT conversation, account, delivered, CASE"
          + " WHEN account = ? THEN greatest(read, read_privately)"
          + " WHEN ? THEN 0 ELSE read END"
          + " FROM message_watermark"
          + " WHERE conversation = ANY (?) AND (account = ? OR NOT conversation = ANY (?))"
          + " ORDER BY conversation, account";

  private static final String OF =
      "SELECT conversation, account, delivered, read FROM message_watermark"
          + " WHERE conversation = ? ORDER BY conversation, account";

  private static final String OF_MEMBERS =
      "SELECT conversation, account, delivered, CASE WHEN ? THEN 0 ELSE read END"
          + " FROM message_watermark WHERE conversation = ? AND account = ANY (?)";

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

  /** What everybody may know of those who have moved in a conversation. */
  static List<Watermark> of(Connection connection, ConversationId conversation)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OF)) {
      select.setObject(1, conversation.value());
      return read(select).getOrDefault(conversation, List.of());
    }
  }

  /**
   * Of these members of a conversation those who have moved.
   *
   * @param withoutReads whether the viewer may not know what others have read
   */
  static List<Watermark> of(
      Connection connection,
      ConversationId conversation,
      Collection<AccountId> members,
      boolean withoutReads)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OF_MEMBERS)) {
      select.setBoolean(1, withoutReads);
      select.setObject(2, conversation.value());
      select.setArray(
          3, connection.createArrayOf("uuid", members.stream().map(AccountId::value).toArray()));
      return read(select).getOrDefault(conversation, List.of());
    }
  }

  private static Array ids(Connection connection, Collection<ConversationId> conversations)
      throws SQLException {
    return connection.createArrayOf(
        "uuid", conversations.stream().map(ConversationId::value).toArray());
  }

  /**
   * Raises what is read privately to at least these; returns those that moved, with all that their
   * own devices may know.
   */
  static Map<ConversationId, List<Watermark>> raisePrivately(
      Connection connection, Map<Seat, Long> reads) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(RAISE_PRIVATELY)) {
      Object[] conversations =
          reads.keySet().stream().map(seat -> seat.conversation().value()).toArray();
      Object[] accounts = reads.keySet().stream().map(seat -> seat.account().value()).toArray();
      write.setArray(1, connection.createArrayOf("uuid", conversations));
      write.setArray(2, connection.createArrayOf("uuid", accounts));
      write.setArray(3, connection.createArrayOf("int8", reads.values().toArray()));
      return read(write);
    }
  }

  /**
   * The watermarks of conversations as the viewer may know them; those where nobody has moved are
   * left out.
   *
   * @param ownOnly those of them where only the viewer's own is wanted
   * @param withoutReads whether the viewer may not know what others have read
   */
  static Map<ConversationId, List<Watermark>> asSeen(
      Connection connection,
      Collection<ConversationId> conversations,
      Collection<ConversationId> ownOnly,
      AccountId viewer,
      boolean withoutReads)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(AS_SEEN)) {
      select.setObject(1, viewer.value());
      select.setBoolean(2, withoutReads);
      select.setArray(3, ids(connection, conversations));
      select.setObject(4, viewer.value());
      select.setArray(5, ids(connection, ownOnly));
      return read(select);
    }
  }

  private static Map<ConversationId, List<Watermark>> read(PreparedStatement statement)
      throws SQLException {
    Map<ConversationId, List<Watermark>> watermarks = new HashMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        watermarks
            .computeIfAbsent(new ConversationId(Rows.uuid(row, 1)), id -> new ArrayList<>())
            .add(new Watermark(new AccountId(Rows.uuid(row, 2)), row.getLong(3), row.getLong(4)));
      }
    }
    return watermarks;
  }
}
