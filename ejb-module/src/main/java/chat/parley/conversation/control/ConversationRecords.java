package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.Membership;
import chat.parley.conversation.entity.Conversation;
import chat.parley.conversation.entity.ConversationGroup;
import chat.parley.conversation.entity.Member;
import chat.parley.platform.AccountId;
import chat.parley.platform.Page;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conversations and members in the database, in the caller's transaction. */
public final class ConversationRecords {

  /** The highest id there can be. */
  private static final UUID LAST = new UUID(-1, -1);

  /** The lowest. */
  private static final UUID FIRST = new UUID(0, 0);

  private static final String VIEWS =
      "SELECT m, c FROM Member m, Conversation c"
          + " WHERE c.id = m.conversation AND m.account = :account";

  private final EntityManager entities;

  public ConversationRecords(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Makes a direct conversation with its two members, unless it exists: also when both open it in
   * the same moment, from different instances. Everything is written to the database on return.
   *
   * @return whether it was made
   */
  boolean insertDirect(
      ConversationId id, DirectPair pair, ConversationKind kind, Instant now, long joinedSeq) {
    int made =
        entities
            .createNativeQuery(
                "INSERT INTO conversation (id, kind, created_at, direct_low, direct_high)"
                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .setParameter(1, id.value())
            .setParameter(2, kind.name())
            .setParameter(3, Timestamp.from(now))
            .setParameter(4, pair.low().value())
            .setParameter(5, pair.high().value())
            .executeUpdate();
    if (made == 0) {
      return false;
    }
    entities.persist(new Member(Membership.of(id, pair.low(), joinedSeq)));
    entities.persist(new Member(Membership.of(id, pair.high(), joinedSeq)));
    entities.flush();
    entities.clear();
    return true;
  }

  Optional<ConversationId> findDirect(DirectPair pair, ConversationKind kind) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT CAST(id AS text) FROM conversation"
                    + " WHERE direct_low = ? AND direct_high = ? AND kind = ?")
            .setParameter(1, pair.low().value())
            .setParameter(2, pair.high().value())
            .setParameter(3, kind.name())
            .getResultList();
    return found.stream()
        .findFirst()
        .map(id -> new ConversationId(UUID.fromString(String.valueOf(id))));
  }

  /**
   * Ends a membership of a direct conversation at this entry.
   *
   * @return whether there was one
   */
  boolean unseat(ConversationId id, AccountId account, long seq) {
    return entities
            .createNativeQuery(
                "UPDATE conversation_member SET left_seq = ? WHERE conversation = ?"
                    + " AND account = ? AND left_seq IS NULL")
            .setParameter(1, seq)
            .setParameter(2, id.value())
            .setParameter(3, account.value())
            .executeUpdate()
        > 0;
  }

  /** One of the conversations that an account is in now. */
  Optional<ConversationView> anyCurrent(AccountId account) {
    return entities
        .createQuery(
            "SELECT m.conversation FROM Member m WHERE m.account = :account"
                + " AND m.leftSeq IS NULL ORDER BY m.conversation",
            UUID.class)
        .setParameter("account", account.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .flatMap(id -> find(new ConversationId(id), account));
  }

  /** The conversation as the viewer sees it, if he belongs to it or once did. */
  public Optional<ConversationView> find(ConversationId id, AccountId viewer) {
    return find(List.of(id), viewer).stream().findFirst();
  }

  /**
   * A page of an account's conversations, newest first, among them those it once belonged to.
   *
   * @param after the last one of the page before
   */
  public Page<ConversationId> ids(AccountId account, @Nullable ConversationId after, int limit) {
    // Ids are UUIDv7: their order is the order of creation.
    List<ConversationId> found =
        entities
            .createQuery(
                "SELECT m.conversation FROM Member m WHERE m.account = :account"
                    + " AND m.conversation < :after ORDER BY m.conversation DESC",
                UUID.class)
            .setParameter("account", account.value())
            .setParameter("after", after == null ? LAST : after.value())
            .setMaxResults(limit + 1)
            .getResultStream()
            .map(ConversationId::new)
            .toList();
    List<ConversationId> items = found.stream().limit(limit).toList();
    return new Page<>(items, found.size() > limit ? items.get(limit - 1).toString() : null);
  }

  /** Those of these conversations that the viewer belongs to or once did, newest first. */
  public List<ConversationView> find(List<ConversationId> ids, AccountId viewer) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return views(
        entities
            .createQuery(VIEWS + " AND c.id IN :ids ORDER BY c.id DESC", Object[].class)
            .setParameter("account", viewer.value())
            .setParameter("ids", ids.stream().map(ConversationId::value).toList())
            .getResultList());
  }

  private List<ConversationView> views(List<Object[]> rows) {
    Map<Boolean, List<UUID>> ids =
        rows.stream()
            .map(row -> (Conversation) row[1])
            .collect(
                Collectors.partitioningBy(
                    Conversation::isDirect,
                    Collectors.mapping(each -> each.id().value(), Collectors.toList())));
    Map<ConversationId, List<Membership>> members = members(ids.getOrDefault(true, List.of()));
    Map<ConversationId, ConversationGroup> groups = groups(ids.getOrDefault(false, List.of()));
    List<ConversationView> views = new ArrayList<>();
    for (Object[] row : rows) {
      Conversation conversation = (Conversation) row[1];
      views.add(
          conversation.view(
              (Member) row[0],
              members.getOrDefault(conversation.id(), List.of()),
              groups.get(conversation.id())));
    }
    return views;
  }

  private Map<ConversationId, ConversationGroup> groups(List<UUID> conversations) {
    if (conversations.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "SELECT g FROM ConversationGroup g WHERE g.conversation IN :conversations",
            ConversationGroup.class)
        .setParameter("conversations", conversations)
        .getResultStream()
        .collect(Collectors.toMap(ConversationGroup::id, Function.identity()));
  }

  private Map<ConversationId, List<Membership>> members(List<UUID> conversations) {
    if (conversations.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "SELECT m FROM Member m WHERE m.conversation IN :conversations ORDER BY m.account",
            Member.class)
        .setParameter("conversations", conversations)
        .getResultStream()
        .map(Member::membership)
        .collect(Collectors.groupingBy(Membership::conversation));
  }

  /**
   * A page of the members of a conversation, in the order of their accounts.
   *
   * @param after the last one of the page before
   */
  public Page<Membership> members(
      ConversationId conversation, @Nullable AccountId after, int limit) {
    List<Membership> found =
        entities
            .createQuery(
                "SELECT m FROM Member m WHERE m.conversation = :conversation AND m.account > :after"
                    + " AND m.leftSeq IS NULL ORDER BY m.account",
                Member.class)
            .setParameter("conversation", conversation.value())
            .setParameter("after", after == null ? FIRST : after.value())
            .setMaxResults(limit + 1)
            .getResultStream()
            .map(Member::membership)
            .toList();
    List<Membership> items = found.stream().limit(limit).toList();
    return new Page<>(
        items, found.size() > limit ? items.get(items.size() - 1).account().toString() : null);
  }

  /** The memberships of an account, also those that have ended. */
  public List<Membership> of(AccountId account) {
    return entities
        .createQuery(
            "SELECT m FROM Member m WHERE m.account = :account ORDER BY m.conversation",
            Member.class)
        .setParameter("account", account.value())
        .getResultStream()
        .map(Member::membership)
        .toList();
  }
}
