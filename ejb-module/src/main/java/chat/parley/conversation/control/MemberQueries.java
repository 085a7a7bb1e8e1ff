package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Seat;
import chat.parley.platform.Unavailable;
import chat.parley.platform.boundary.Resources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Asks the table of members, in the caller's transaction when there is one. */
@ApplicationScoped
public class MemberQueries {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  /** A question to the table of members. */
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** Those of the seats that are taken, or once were. */
  public Map<Seat, MemberTable.Row> rows(Collection<Seat> seats) {
    return ask(connection -> MemberTable.of(connection, seats));
  }

  /** Those of the conversations whose members are too many to tell everybody of everybody. */
  public Set<ConversationId> large(Collection<ConversationId> conversations) {
    return ask(connection -> MemberTable.large(connection, conversations));
  }

  private <T> T ask(Question<T> question) {
    try (Connection connection = database.getConnection()) {
      return question.ask(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("The members cannot be read now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }
}
