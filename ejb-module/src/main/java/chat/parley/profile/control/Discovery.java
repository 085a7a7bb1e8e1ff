package chat.parley.profile.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.NameKey;
import chat.parley.platform.Page;
import chat.parley.platform.SearchWords;
import chat.parley.platform.boundary.Rows;
import chat.parley.profile.DiscoverPeople;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds people and ranks them. Who is blocked or not to be discovered is left out, and so is what
 * not everyone may see: nobody is found by what he shows to contacts only.
 */
public final class Discovery extends ProfileTables {

  /** The words "one may know of this account", for an account that is called c. */
  private static final String OTHERS =
      "NOT EXISTS (SELECT FROM (SELECT ?::uuid AS id) v WHERE v.id = c.account"
          + " OR EXISTS (SELECT FROM account_block b"
          + " WHERE b.account = v.id AND b.blocked = c.account)"
          + " OR EXISTS (SELECT FROM account_block b"
          + " WHERE b.account = c.account AND b.blocked = v.id) OFFSET 0)";

  /** The words "others may find this account". */
  private static final String DISCOVERABLE =
      OTHERS
          + " AND NOT EXISTS (SELECT FROM account_setting s"
          + " WHERE s.account = c.account AND NOT s.discoverable OFFSET 0)";

  private static final String OPEN_INTERESTS =
      "NOT EXISTS (SELECT FROM profile p WHERE p.account = c.account"
          + " AND p.interests_to <> 'EVERYONE' OFFSET 0)";

  private static final String BEST = " ORDER BY c.score DESC, c.account DESC LIMIT ?";
  private static final String NEWEST = " ORDER BY c.account DESC LIMIT ?";

  private static final String HOLDERS =
      "SELECT i.id, i.holders, (SELECT max(holders) FROM interest) FROM interest i"
          + " WHERE i.id = ANY (?) AND i.state = 'APPROVED' ORDER BY i.id";

  private static final String LAST_CHOICE = "SELECT last_value FROM account_interest_id_seq";

  // Few are looked at of an interest that very many have: those who chose it last. All that they
  // share counts, also interests by which they would not have been looked at. Weights stand in an
  // array, so that the sum needs no join.
  private static final String BY_INTERESTS =
      "WITH wish AS MATERIALIZED (SELECT ?::integer[] AS interests, ?::integer[] AS weights),"
          + " c AS MATERIALIZED (SELECT DISTINCT h.account FROM wish"
          + "   CROSS JOIN LATERAL unnest(wish.interests) AS w (interest) CROSS JOIN LATERAL ("
          + "   SELECT a.account FROM account_interest a"
          + "     WHERE a.interest = w.interest AND a.id <= ?"
          + "     ORDER BY a.interest, a.id DESC LIMIT ?) h),"
          + " ranked AS MATERIALIZED (SELECT c.account, (SELECT"
          + "   sum(wish.weights[array_position(wish.interests, a.interest)])::integer"
          + "     FROM account_interest a WHERE a.account = c.account"
          + "     AND a.interest = ANY (wish.interests) AND a.id <= ?) AS score FROM c, wish)"
          + " SELECT c.score, c.account FROM (SELECT score, account FROM ranked"
          + "   WHERE (score, account) < (?, ?) ORDER BY score DESC, account DESC OFFSET 0) c WHERE "
          + DISCOVERABLE
          + " AND "
          + OPEN_INTERESTS
          + BEST;

  private static final String WITH_INTERESTS =
      " AND EXISTS (SELECT FROM account_interest a JOIN interest i ON i.id = a.interest"
          + " WHERE a.account = c.account AND a.interest = ANY (?) AND i.state = 'APPROVED'"
          + " OFFSET 0) AND "
          + OPEN_INTERESTS;

  /** Of the one whose whole user name was searched for: he is found in any case. */
  private static final int WHOLE_NAME = 2_000;

  // What is materialized is found by its index: a planner that guesses wrong would read everybody.
  // What is sorted before it is filtered is filtered only until the page is full; OFFSET 0 keeps
  // the planner from joining what is asked of each row, in an order of its own, to all of them.
  private static final String NAMED =
      "WITH name AS MATERIALIZED (SELECT account, max(score) AS score FROM ("
          + "   SELECT a.id AS account, "
          + WHOLE_NAME
          + " AS score FROM account a WHERE a.username = ? AND a.active_at IS NOT NULL"
          + "   UNION ALL SELECT a.id, round(1000 * word_similarity(?, a.username))::integer"
          + "     FROM account a WHERE ? <% a.username AND a.active_at IS NOT NULL"
          + "   UNION ALL SELECT p.account, round(1000 * word_similarity(?, p.name_key))::integer"
          + "     FROM profile p WHERE ? <% p.name_key) n GROUP BY account)"
          + " SELECT c.score, c.account FROM (SELECT score, account FROM name"
          + "   WHERE (score, account) < (?, ?) ORDER BY score DESC, account DESC OFFSET 0) c"
          + " WHERE (c.score = "
          + WHOLE_NAME
          + " AND "
          + OTHERS
          + " AND NOT EXISTS (SELECT FROM account_setting s"
          + " WHERE s.account = c.account AND s.found_by_username = 'NOBODY' OFFSET 0) OR "
          + DISCOVERABLE
          + ")";

  private static final String TOLD =
      "WITH text AS MATERIALIZED (SELECT account, name_key FROM profile"
          + "   WHERE words @@ to_tsquery('simple', ?) AND account < ?)"
          + " SELECT 0, c.account FROM (SELECT account, name_key FROM text"
          + "   ORDER BY account DESC OFFSET 0) c"
          + " WHERE NOT ? <% c.name_key"
          + " AND NOT EXISTS (SELECT FROM account a WHERE a.id = c.account AND ? <% a.username"
          + " OFFSET 0)"
          + " AND "
          + DISCOVERABLE;

  private static final String BY_NAME = NAMED + BEST;
  private static final String BY_NAME_AMONG = NAMED + WITH_INTERESTS + BEST;
  private static final String BY_TEXT = TOLD + NEWEST;
  private static final String BY_TEXT_AMONG = TOLD + WITH_INTERESTS + NEWEST;

  /** How often the search by names names the key of what is searched. */
  private static final int KEYS = 5;

  private static final Place FIRST = new Place(Integer.MAX_VALUE, new AccountId(new UUID(-1, -1)));

  /** Finds people in this database. */
  public Discovery(DataSource database) {
    super(database);
  }

  /**
   * People with these interests, those with the most and rarest first.
   *
   * @param interests at most {@link Limits#INTERESTS}; those that are not everybody's count nothing
   * @param after the cursor of the page before; null for the first
   */
  public Page<AccountId> byInterests(
      AccountId viewer, Collection<Integer> interests, @Nullable String after, int limit) {
    DiscoveryCursor.@Nullable After from = after == null ? null : DiscoveryCursor.interests(after);
    return run(
        connection -> {
          DiscoveryCursor.Ranking ranking =
              from == null ? weigh(connection, interests) : approved(connection, from.ranking());
          List<Place> found =
              ranked(connection, viewer, ranking, from == null ? FIRST : from.last(), limit + 1);
          return page(
              found, limit, last -> DiscoveryCursor.of(new DiscoveryCursor.After(ranking, last)));
        });
  }

  /**
   * People whose names are like these words, best first, and then those whose texts hold words that
   * begin so, newest first.
   *
   * @param wish with words
   * @param cursor the cursor of the page before; null for the first
   */
  public Page<AccountId> byWords(
      AccountId viewer, DiscoverPeople wish, @Nullable String cursor, int limit) {
    Place from = cursor == null ? FIRST : DiscoveryCursor.words(cursor);
    return run(
        connection -> {
          List<Place> found = new ArrayList<>();
          if (from.score() > 0) {
            found.addAll(named(connection, viewer, wish, from, limit + 1));
          }
          if (found.size() <= limit) {
            Place after = from.score() > 0 ? FIRST : from;
            found.addAll(told(connection, viewer, wish, after, limit + 1 - found.size()));
          }
          return page(found, limit, DiscoveryCursor::of);
        });
  }

  private static DiscoveryCursor.Ranking weigh(Connection connection, Collection<Integer> interests)
      throws SQLException {
    long until;
    try (PreparedStatement select = connection.prepareStatement(LAST_CHOICE);
        ResultSet row = select.executeQuery()) {
      row.next();
      until = row.getLong(1);
    }
    return new DiscoveryCursor.Ranking(weights(connection, interests), until);
  }

  /** The same ranking without what is not everybody's: a cursor is what a client says it is. */
  private static DiscoveryCursor.Ranking approved(
      Connection connection, DiscoveryCursor.Ranking ranking) throws SQLException {
    Set<Integer> approved =
        weights(connection, ranking.weighed().stream().map(Weighed::interest).toList()).stream()
            .map(Weighed::interest)
            .collect(Collectors.toSet());
    return new DiscoveryCursor.Ranking(
        ranking.weighed().stream().filter(each -> approved.contains(each.interest())).toList(),
        ranking.until());
  }

  /** What those of the interests count that are everybody's. */
  private static List<Weighed> weights(Connection connection, Collection<Integer> interests)
      throws SQLException {
    List<Weighed> weighed = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(HOLDERS)) {
      select.setArray(1, numbers(connection, interests));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          weighed.add(new Weighed(row.getInt(1), Rarity.weight(row.getInt(2), row.getInt(3))));
        }
      }
    }
    return weighed;
  }

  private static List<Place> ranked(
      Connection connection,
      AccountId viewer,
      DiscoveryCursor.Ranking ranking,
      Place from,
      int limit)
      throws SQLException {
    List<Weighed> weighed = ranking.weighed();
    if (weighed.isEmpty()) {
      return List.of();
    }
    int ofEach =
        Math.max(Limits.DISCOVERY_CANDIDATES_OF_ONE, Limits.DISCOVERY_CANDIDATES / weighed.size());
    try (PreparedStatement select = connection.prepareStatement(BY_INTERESTS)) {
      select.setArray(1, numbers(connection, weighed.stream().map(Weighed::interest).toList()));
      select.setArray(2, numbers(connection, weighed.stream().map(Weighed::weight).toList()));
      select.setLong(3, ranking.until());
      select.setInt(4, ofEach);
      select.setLong(5, ranking.until());
      select.setInt(6, from.score());
      select.setObject(7, from.account().value());
      select.setObject(8, viewer.value());
      select.setInt(9, limit);
      return places(select);
    }
  }

  private static List<Place> named(
      Connection connection, AccountId viewer, DiscoverPeople wish, Place from, int limit)
      throws SQLException {
    String key = NameKey.of(String.valueOf(wish.words()));
    boolean isAmong = !wish.interests().isEmpty();
    try (PreparedStatement select =
        connection.prepareStatement(isAmong ? BY_NAME_AMONG : BY_NAME)) {
      int i = 0;
      for (int times = 0; times < KEYS; times++) {
        select.setString(++i, key);
      }
      select.setInt(++i, from.score());
      select.setObject(++i, from.account().value());
      select.setObject(++i, viewer.value());
      select.setObject(++i, viewer.value());
      if (isAmong) {
        select.setArray(++i, numbers(connection, wish.interests()));
      }
      select.setInt(++i, limit);
      return places(select);
    }
  }

  private static List<Place> told(
      Connection connection, AccountId viewer, DiscoverPeople wish, Place from, int limit)
      throws SQLException {
    String words = String.valueOf(wish.words());
    String key = NameKey.of(words);
    boolean isAmong = !wish.interests().isEmpty();
    try (PreparedStatement select =
        connection.prepareStatement(isAmong ? BY_TEXT_AMONG : BY_TEXT)) {
      int i = 0;
      select.setString(++i, SearchWords.beginnings(words));
      select.setObject(++i, from.account().value());
      select.setString(++i, key);
      select.setString(++i, key);
      select.setObject(++i, viewer.value());
      if (isAmong) {
        select.setArray(++i, numbers(connection, wish.interests()));
      }
      select.setInt(++i, limit);
      return places(select);
    }
  }

  private static List<Place> places(PreparedStatement select) throws SQLException {
    List<Place> places = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        places.add(new Place(row.getInt(1), new AccountId(Rows.uuid(row, 2))));
      }
    }
    return places;
  }

  /** Writes the place of the last one on a page. */
  private interface Cursor {
    String after(Place last);
  }

  private static Page<AccountId> page(List<Place> found, int limit, Cursor cursor) {
    List<Place> items = found.stream().limit(limit).toList();
    return new Page<>(
        items.stream().map(Place::account).toList(),
        found.size() > limit ? cursor.after(items.get(items.size() - 1)) : null);
  }
}
