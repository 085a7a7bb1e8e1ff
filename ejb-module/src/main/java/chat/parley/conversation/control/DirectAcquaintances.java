package chat.parley.conversation.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import chat.parley.platform.boundary.Resources;
import chat.parley.platform.boundary.Rows;
import chat.parley.profile.Acquaintance;
import chat.parley.profile.Acquaintances;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Who is in touch with whom, as their direct conversations tell. */
@ApplicationScoped
public class DirectAcquaintances implements Acquaintances {

  private static final String OF =
      "SELECT p.id, EXISTS (SELECT FROM journal_entry e WHERE e.stream_kind = 'c'"
          + " AND e.stream_owner = c.id AND e.by_account = p.id)"
          + " FROM unnest(?) AS p (id) JOIN conversation c"
          + " ON c.direct_low = least(p.id, ?) AND c.direct_high = greatest(p.id, ?)";

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Override
  public Map<AccountId, Acquaintance> of(AccountId viewer, Collection<AccountId> people) {
    Map<AccountId, Acquaintance> known = new HashMap<>();
    if (people.isEmpty()) {
      return known;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OF)) {
      select.setArray(
          1, connection.createArrayOf("uuid", people.stream().map(AccountId::value).toArray()));
      select.setObject(2, viewer.value());
      select.setObject(3, viewer.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.merge(
              new AccountId(Rows.uuid(row, 1)),
              row.getBoolean(2) ? Acquaintance.CONTACT : Acquaintance.CONVERSATION,
              (one, other) -> one == Acquaintance.CONTACT ? one : other);
        }
      }
      return known;
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Conversations cannot be reached now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }
}
