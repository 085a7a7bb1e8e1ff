package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.Membership;
import chat.parley.conversation.entity.Conversation;
import chat.parley.conversation.entity.Member;
import chat.parley.platform.AccountId;
import chat.parley.platform.Page;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations and members in the database, in the caller's transaction. */
public final class ConversationRecords {

  /** The highest id there can be. */
  private static final UUID LAST = new UUID(-1, -1);

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
    entities.persist(new Member(new Membership(id, pair.low(), joinedSeq)));
    entities.persist(new Member(new Membership(id, pair.high(), joinedSeq)));
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

  /** The conversation, if there is one. */
  public Optional<ConversationView> find(ConversationId id) {
    return Optional.ofNullable(entities.find(Conversation.class, id.value()))
        .map(Conversation::view);
  }

  /**
   * A page of an account's conversations, newest first.
   *
   * @param after the last one of the page before
   */
  public Page<ConversationView> page(AccountId account, @Nullable ConversationId after, int limit) {
    // Ids are UUIDv7: their order is the order of creation.
    List<Conversation> found =
        entities
            .createQuery(
                "SELECT c FROM Conversation c JOIN c.members m WHERE m.account = :account"
                    + " AND c.id < :after ORDER BY c.id DESC",
                Conversation.class)
            .setParameter("account", account.value())
            .setParameter("after", after == null ? LAST : after.value())
            .setMaxResults(limit + 1)
            .getResultList();
    List<ConversationView> views = found.stream().limit(limit).map(Conversation::view).toList();
    return new Page<>(
        views, found.size() > limit ? views.get(views.size() - 1).id().toString() : null);
  }

  /** The members of a conversation, in the order of their accounts; empty when there is none. */
  public List<Membership> members(ConversationId conversation) {
    return entities
        .createQuery(
            "SELECT m FROM Member m WHERE m.conversation = :conversation ORDER BY m.account",
            Member.class)
        .setParameter("conversation", conversation.value())
        .getResultStream()
        .map(Member::membership)
        .toList();
  }

  /** The memberships of an account. */
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
