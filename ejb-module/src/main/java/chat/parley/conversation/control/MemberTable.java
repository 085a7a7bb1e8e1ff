package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.Membership;
import chat.parley.conversation.Permitted;
import chat.parley.conversation.Seat;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.boundary.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members for the hot path: one statement for a batch. */
public final class MemberTable {

  // The other one of two people is known by the conversation: nobody has to be searched for.
  private static final String OF =
      "SELECT m.conversation, m.account, m.joined_seq, m.left_seq, m.role, g.posting,"
          + " o.account IS NOT NULL AND (EXISTS (SELECT FROM account_block b"
          + "   WHERE b.account = m.account AND b.blocked = o.account)"
          + " OR EXISTS (SELECT FROM account_block b"
          + "   WHERE b.account = o.account AND b.blocked = m.account)),"
          + " o.left_seq IS NOT NULL, c.kind"
          + " FROM unnest(?::uuid[], ?::uuid[]) AS t (conversation, account)"
          + " JOIN conversation_member m"
          + " ON m.conversation = t.conversation AND m.account = t.account"
          + " JOIN conversation c ON c.id = m.conversation"
          + " LEFT JOIN conversation_member o ON o.conversation = c.id AND o.account ="
          + " CASE m.account WHEN c.direct_low THEN c.direct_high ELSE c.direct_low END"
          + " LEFT JOIN conversation_group g ON g.conversation = m.conversation";

  private static final String LARGE =
      "SELECT conversation FROM conversation_group WHERE conversation = ANY (?) AND members > ?";

  private MemberTable() {}

  /**
   * A membership, current or not, with what decides about writing.
   *
   * @param posting who may write to the group; null for a direct conversation
   * @param apart whether one of the two of a direct conversation blocks the other
   * @param alone whether the account of the other of a direct conversation was deleted
   * @param kind who can read the conversation
   */
  public record Row(
      Membership membership,
      @Nullable Permitted posting,
      boolean apart,
      boolean alone,
      ConversationKind kind) {

    /** Whether the members never change. */
    public boolean isDirect() {
      return posting == null;
    }

    /** Whether the rules of the group let the member, who is one now, write messages. */
    boolean mayPost() {
      return posting == null || posting.includes(membership.role());
    }
  }

  /** Those of the seats that are taken, or once were. */
  public static Map<Seat, Row> of(Connection connection, Collection<Seat> seats)
      throws SQLException {
    Map<Seat, Row> rows = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(OF)) {
      select.setArray(
          1,
          connection.createArrayOf(
              "uuid", seats.stream().map(seat -> seat.conversation().value()).toArray()));
      select.setArray(
          2,
          connection.createArrayOf(
              "uuid", seats.stream().map(seat -> seat.account().value()).toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Membership membership =
              new Membership(
                  new ConversationId(Rows.uuid(row, 1)),
                  new AccountId(Rows.uuid(row, 2)),
                  row.getLong(3),
                  Rows.longOrNull(row, 4),
                  GroupRole.valueOf(row.getString(5)));
          String posting = row.getString(6);
          rows.put(
              new Seat(membership.conversation(), membership.account()),
              new Row(
                  membership,
                  posting == null ? null : Permitted.valueOf(posting),
                  row.getBoolean(7),
                  row.getBoolean(8),
                  ConversationKind.valueOf(row.getString(9))));
        }
      }
    }
    return rows;
  }

  /** Those of the conversations with more than {@link Limits#MARKS_OF_MEMBERS} members. */
  public static Set<ConversationId> large(
      Connection connection, Collection<ConversationId> conversations) throws SQLException {
    Set<ConversationId> large = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(LARGE)) {
      select.setArray(
          1,
          connection.createArrayOf(
              "uuid", conversations.stream().map(ConversationId::value).toArray()));
      select.setInt(2, Limits.MARKS_OF_MEMBERS);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          large.add(new ConversationId(Rows.uuid(row, 1)));
        }
      }
    }
    return large;
  }
}
