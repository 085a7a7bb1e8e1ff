package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Invitation;
import chat.parley.conversation.ListedGroup;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.NameKey;
import chat.parley.platform.Page;
import chat.parley.platform.SearchWords;
import chat.parley.profile.DiscoverPeople;
import chat.parley.profile.Interest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Groups that everybody may find, in the database. */
public final class ListedGroups {

  private static final String VIEWER = "WITH viewer AS (SELECT CAST(? AS uuid) AS id)";

  /** Who is banned, or apart from an owner, does not find the group and learns nothing of it. */
  private static final String OPEN =
      "g.listed_name IS NOT NULL"
          + " AND NOT EXISTS (SELECT FROM conversation_ban b"
          + " WHERE b.conversation = g.conversation AND b.account = viewer.id)"
          + " AND NOT EXISTS (SELECT FROM conversation_member o"
          + " WHERE o.conversation = g.conversation AND o.role = 'OWNER' AND o.left_seq IS NULL"
          + " AND (EXISTS (SELECT FROM account_block b"
          + " WHERE b.account = o.account AND b.blocked = viewer.id)"
          + " OR EXISTS (SELECT FROM account_block b"
          + " WHERE b.account = viewer.id AND b.blocked = o.account)))";

  private static final String IS_OPEN =
      VIEWER
          + " SELECT 1 FROM conversation_group g, viewer"
          + " WHERE g.conversation = CAST(? AS uuid) AND "
          + OPEN;

  private static final String AMONG =
      " AND (? = '{}' OR EXISTS (SELECT FROM conversation_interest i"
          + " WHERE i.conversation = g.conversation"
          + " AND i.interest = ANY (CAST(? AS integer[]))))";

  private static final String SEEN =
      ", CAST(g.conversation AS text), g.name, g.description, g.members, g.approval,"
          + " CASE WHEN EXISTS (SELECT FROM conversation_member m"
          + " WHERE m.conversation = g.conversation AND m.account = viewer.id"
          + " AND m.left_seq IS NULL) THEN 'MEMBER'"
          + " WHEN EXISTS (SELECT FROM conversation_join_request r"
          + " WHERE r.conversation = g.conversation AND r.account = viewer.id) THEN 'REQUESTED'"
          + " ELSE 'STRANGER' END";

  private static final String NEWEST =
      VIEWER
          + " SELECT 0"
          + SEEN
          + " FROM conversation_group g, viewer WHERE g.conversation < CAST(? AS uuid) AND "
          + OPEN
          + AMONG
          + " ORDER BY g.conversation DESC LIMIT ?";

  // What is materialized is found by its index; names come before descriptions. What is sorted
  // before it is filtered is filtered only until the page is full.
  private static final String BY_WORDS =
      VIEWER
          + ", named AS MATERIALIZED (SELECT g.conversation,"
          + " CAST(round(1000 * word_similarity(?, g.listed_name)) AS integer) AS score"
          + " FROM conversation_group g WHERE g.listed_name IS NOT NULL AND ? <% g.listed_name),"
          + " told AS MATERIALIZED (SELECT g.conversation, 0 AS score FROM conversation_group g"
          + " WHERE g.listed_name IS NOT NULL"
          + " AND to_tsvector(CAST('simple' AS regconfig), g.name || ' ' || g.description)"
          + " @@ to_tsquery('simple', ?)),"
          + " found AS (SELECT conversation, max(score) AS score FROM"
          + " (SELECT * FROM named UNION ALL SELECT * FROM told) every GROUP BY conversation)"
          + " SELECT f.score"
          + SEEN
          + " FROM (SELECT score, conversation FROM found"
          + " WHERE (score, conversation) < (?, CAST(? AS uuid))"
          + " ORDER BY score DESC, conversation DESC OFFSET 0) f"
          + " JOIN conversation_group g ON g.conversation = f.conversation, viewer WHERE "
          + OPEN
          + AMONG
          + " ORDER BY f.score DESC, f.conversation DESC LIMIT ?";

  private static final String INTERESTS =
      "SELECT CAST(c.conversation AS text), i.id, i.name, i.category"
          + " FROM conversation_interest c JOIN interest i ON i.id = c.interest"
          + " WHERE c.conversation = ANY (CAST(? AS uuid[])) AND i.state = 'APPROVED'"
          + " ORDER BY i.name, i.id";

  private static final Pattern CURSOR =
      Pattern.compile(
          "([0-9]{1,4})-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

  private static final Place FIRST = new Place(Integer.MAX_VALUE, new UUID(-1, -1).toString());

  private final EntityManager entities;

  /** Where a page ends. */
  private record Place(int score, String conversation) {}

  /** A group on a page, and the place after which the next one begins. */
  private record Found(Place place, Invitation group) {}

  public ListedGroups(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Listed groups whose names are like the words, then those whose descriptions hold them; without
   * words all, the newest first.
   *
   * @param after the cursor of the page before; null for the first
   */
  public Page<ListedGroup> find(
      AccountId viewer, DiscoverPeople wish, @Nullable String after, int limit) {
    List<Found> found = new ArrayList<>();
    for (Object each : query(viewer, wish, place(after), limit + 1).getResultList()) {
      found.add(found((Object[]) each));
    }
    List<Found> items = found.stream().limit(limit).toList();
    Map<ConversationId, List<Interest>> about =
        interests(items.stream().map(item -> item.group().id()).toList());
    return new Page<>(
        items.stream()
            .map(Found::group)
            .map(group -> new ListedGroup(group, about.getOrDefault(group.id(), List.of())))
            .toList(),
        found.size() > limit ? cursor(items.get(items.size() - 1).place()) : null);
  }

  private Query query(AccountId viewer, DiscoverPeople wish, Place from, int limit) {
    String words = wish.words();
    Query query = entities.createNativeQuery(words == null ? NEWEST : BY_WORDS);
    int i = 0;
    query.setParameter(++i, viewer.value());
    if (words != null) {
      String key = NameKey.of(words);
      query.setParameter(++i, key);
      query.setParameter(++i, key);
      query.setParameter(++i, SearchWords.beginnings(words));
      query.setParameter(++i, from.score());
    }
    String interests = array(wish.interests());
    return query
        .setParameter(++i, from.conversation())
        .setParameter(++i, interests)
        .setParameter(++i, interests)
        .setParameter(++i, limit);
  }

  private static Found found(Object[] row) {
    String id = (String) row[1];
    return new Found(
        new Place(((Number) row[0]).intValue(), id),
        new Invitation(
            new ConversationId(UUID.fromString(id)),
            (String) row[2],
            (String) row[3],
            ((Number) row[4]).intValue(),
            (Boolean) row[5],
            Invitation.Standing.valueOf((String) row[6])));
  }

  /** Whether this person finds the group. */
  boolean isOpen(AccountId viewer, ConversationId group) {
    return !entities
        .createNativeQuery(IS_OPEN)
        .setParameter(1, viewer.value())
        .setParameter(2, group.value())
        .getResultList()
        .isEmpty();
  }

  /** What these groups are about. */
  Map<ConversationId, List<Interest>> interests(Collection<ConversationId> groups) {
    Map<ConversationId, List<Interest>> about = new HashMap<>();
    List<?> rows =
        entities.createNativeQuery(INTERESTS).setParameter(1, array(groups)).getResultList();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      about
          .computeIfAbsent(
              new ConversationId(UUID.fromString((String) row[0])), group -> new ArrayList<>())
          .add(new Interest(((Number) row[1]).intValue(), (String) row[2], (String) row[3], false));
    }
    return about;
  }

  /**
   * Says what a group is about, instead of what was said before.
   *
   * @return false when one of the interests is not everybody's
   */
  boolean describe(ConversationId group, Collection<Integer> interests) {
    entities
        .createNativeQuery("DELETE FROM conversation_interest WHERE conversation = ?")
        .setParameter(1, group.value())
        .executeUpdate();
    return interests.isEmpty()
        || entities
                .createNativeQuery(
                    "INSERT INTO conversation_interest (conversation, interest)"
                        + " SELECT ?, id FROM interest WHERE id = ANY (CAST(? AS integer[]))"
                        + " AND state = 'APPROVED'")
                .setParameter(1, group.value())
                .setParameter(2, array(interests))
                .executeUpdate()
            == interests.size();
  }

  private static String array(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  private static String cursor(Place last) {
    return last.score() + "-" + last.conversation();
  }

  private static Place place(@Nullable String cursor) {
    if (cursor == null) {
      return FIRST;
    }
    Matcher matcher = CURSOR.matcher(cursor);
    if (!matcher.matches()) {
      throw new InvalidInput("/after", "Not a cursor of this list.");
    }
    return new Place(Integer.parseInt(matcher.group(1)), matcher.group(2));
  }
}
