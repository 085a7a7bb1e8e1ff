package chat.parley.contact.control;

import chat.parley.contact.Tier;
import chat.parley.conversation.ConversationId;
import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import chat.parley.platform.boundary.Resources;
import chat.parley.platform.boundary.Rows;
import chat.parley.profile.Acquaintance;
import chat.parley.profile.Acquaintances;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Who knows whom, as their conversations and chat requests tell. */
@ApplicationScoped
public class KnownPeople implements Acquaintances {

  // A request that its recipient ignores is still one: he may look at who asks.
  private static final String OF =
      "SELECT p.id, c.id IS NOT NULL, r.state = 'PENDING' AND r.asked_by = p.id,"
          + " c.id IS NOT NULL AND (r.state = 'ACCEPTED' OR EXISTS (SELECT FROM journal_entry e"
          + "   WHERE e.stream_kind = 'c' AND e.stream_owner = c.id AND e.by_account = p.id))"
          + " FROM unnest(?) AS p (id)"
          + " LEFT JOIN conversation c"
          + "   ON c.direct_low = least(p.id, ?) AND c.direct_high = greatest(p.id, ?)"
          + " LEFT JOIN contact_request r"
          + "   ON r.low = least(p.id, ?) AND r.high = greatest(p.id, ?)";

  private static final String TIERS =
      "WITH known AS MATERIALIZED (SELECT o.account AS id FROM conversation_member m"
          + "   JOIN conversation c ON c.id = m.conversation AND c.direct_low IS NOT NULL"
          + "   JOIN conversation_member o ON o.conversation = m.conversation"
          + "     AND o.account <> m.account AND o.left_seq IS NULL WHERE m.account = ?),"
          + " mine AS MATERIALIZED (SELECT m.conversation FROM conversation_member m"
          + "   JOIN conversation_group g ON g.conversation = m.conversation"
          + "   WHERE m.account = ? AND m.left_seq IS NULL AND g.deleted_seq IS NULL)"
          + " SELECT p.id, p.id IN (SELECT id FROM known),"
          + " EXISTS (SELECT FROM known k JOIN conversation d"
          + "   ON d.direct_low = least(k.id, p.id) AND d.direct_high = greatest(k.id, p.id)),"
          + " EXISTS (SELECT FROM conversation_member h JOIN mine"
          + "   ON mine.conversation = h.conversation"
          + "   WHERE h.account = p.id AND h.left_seq IS NULL)"
          + " FROM unnest(?) AS p (id)";

  // Two people may have one of each kind; the last one counts: what agreeing to talk has opened.
  private static final String CONVERSATIONS =
      "SELECT p.id, c.id FROM unnest(?) AS p (id) JOIN conversation c"
          + " ON c.direct_low = least(p.id, ?) AND c.direct_high = greatest(p.id, ?)"
          + " ORDER BY c.kind = 'E2EE'";

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  /** What to do with a connection. */
  private interface Work {
    void with(Connection connection) throws SQLException;
  }

  @Override
  public Map<AccountId, Acquaintance> of(AccountId viewer, Collection<AccountId> people) {
    Map<AccountId, Acquaintance> known = new HashMap<>();
    ask(
        people,
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(OF)) {
            select.setArray(1, ids(connection, people));
            for (int i = 2; i <= 5; i++) {
              select.setObject(i, viewer.value());
            }
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                if (row.getBoolean(2) || row.getBoolean(3)) {
                  known.merge(
                      new AccountId(Rows.uuid(row, 1)),
                      acquaintance(row),
                      (one, other) -> one.compareTo(other) > 0 ? one : other);
                }
              }
            }
          }
        });
    return known;
  }

  private static Acquaintance acquaintance(ResultSet row) throws SQLException {
    if (row.getBoolean(4)) {
      return Acquaintance.CONTACT;
    }
    return row.getBoolean(2) ? Acquaintance.CONVERSATION : Acquaintance.ASKING;
  }

  /** What speaks for these people; of shared interests this knows nothing. */
  public Map<AccountId, Tier> tiers(AccountId viewer, Collection<AccountId> people) {
    Map<AccountId, Tier> tiers = new HashMap<>();
    ask(
        people,
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(TIERS)) {
            select.setObject(1, viewer.value());
            select.setObject(2, viewer.value());
            select.setArray(3, ids(connection, people));
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                tiers.put(new AccountId(Rows.uuid(row, 1)), tier(row));
              }
            }
          }
        });
    return tiers;
  }

  private static Tier tier(ResultSet row) throws SQLException {
    if (row.getBoolean(2)) {
      return Tier.CONTACT;
    }
    if (row.getBoolean(3)) {
      return Tier.CONTACT_OF_CONTACT;
    }
    return row.getBoolean(4) ? Tier.SHARED_GROUP : Tier.UNKNOWN;
  }

  /** The conversations of two that a person has with these; of two kinds the sealed one. */
  public Map<AccountId, ConversationId> conversations(
      AccountId viewer, Collection<AccountId> people) {
    Map<AccountId, ConversationId> found = new HashMap<>();
    ask(
        people,
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(CONVERSATIONS)) {
            select.setArray(1, ids(connection, people));
            select.setObject(2, viewer.value());
            select.setObject(3, viewer.value());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.put(new AccountId(Rows.uuid(row, 1)), new ConversationId(Rows.uuid(row, 2)));
              }
            }
          }
        });
    return found;
  }

  private void ask(Collection<AccountId> people, Work work) {
    if (people.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Conversations cannot be reached now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  private static Array ids(Connection connection, Collection<AccountId> people)
      throws SQLException {
    return connection.createArrayOf("uuid", people.stream().map(AccountId::value).toArray());
  }
}
