package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Seat;
import chat.parley.platform.AccountId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Members for the hot path: one statement for a batch. */
final class MemberTable {

  private static final String TAKEN =
      "SELECT m.conversation, m.account FROM conversation_member m"
          + " JOIN unnest(?::uuid[], ?::uuid[]) AS t (conversation, account)"
          + " ON m.conversation = t.conversation AND m.account = t.account";

  private MemberTable() {}

  /** Those of the seats that are taken. */
  static Set<Seat> taken(Connection connection, Collection<Seat> seats) throws SQLException {
    Set<Seat> taken = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
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
          taken.add(
              new Seat(
                  new ConversationId(row.getObject(1, UUID.class)),
                  new AccountId(row.getObject(2, UUID.class))));
        }
      }
    }
    return taken;
  }
}
