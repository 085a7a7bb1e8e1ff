package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.InviteLinkId;
import chat.parley.conversation.entity.Invite;
import chat.parley.platform.AccountId;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Invite links and requests to join in the database, in the caller's transaction. */
public final class InviteRecords {

  private final EntityManager entities;

  public InviteRecords(EntityManager entities) {
    this.entities = entities;
  }

  void insert(Invite invite) {
    entities.persist(invite);
    entities.flush();
  }

  /** The link as the database has it at this moment, if the token is one. */
  Optional<Invite> find(byte[] hash) {
    return entities
        .createQuery("SELECT i FROM Invite i WHERE i.tokenHash = :hash", Invite.class)
        .setParameter("hash", hash)
        .setHint("eclipselink.refresh", "true")
        .getResultStream()
        .findFirst();
  }

  Optional<Invite> find(ConversationId group, InviteLinkId id) {
    return Optional.ofNullable(entities.find(Invite.class, id.value()))
        .filter(invite -> invite.conversation().equals(group));
  }

  /**
   * The links that nobody revoked, newest first.
   *
   * @param by only those of this maker; null for all
   */
  List<Invite> all(ConversationId group, @Nullable AccountId by) {
    return entities
        .createQuery(
            "SELECT i FROM Invite i WHERE i.conversation = :group AND i.revoked = FALSE"
                + " ORDER BY i.id DESC",
            Invite.class)
        .setParameter("group", group.value())
        .getResultStream()
        .filter(invite -> by == null || invite.createdBy().equals(by))
        .toList();
  }

  /** Notes that somebody wants to join. */
  void request(ConversationId group, AccountId account, Instant now) {
    entities
        .createNativeQuery(
            "INSERT INTO conversation_join_request (conversation, account, requested_at)"
                + " VALUES (?, ?, ?)")
        .setParameter(1, group.value())
        .setParameter(2, account.value())
        .setParameter(3, Timestamp.from(now))
        .executeUpdate();
  }

  boolean isRequested(ConversationId group, AccountId account) {
    return !entities
        .createNativeQuery(
            "SELECT 1 FROM conversation_join_request WHERE conversation = ? AND account = ?")
        .setParameter(1, group.value())
        .setParameter(2, account.value())
        .getResultList()
        .isEmpty();
  }

  long countRequests(ConversationId group) {
    return ((Number)
            entities
                .createNativeQuery(
                    "SELECT count(*) FROM conversation_join_request WHERE conversation = ?")
                .setParameter(1, group.value())
                .getSingleResult())
        .longValue();
  }

  /**
   * A page of those who wait, in the order of their accounts.
   *
   * @param after the last one of the page before
   */
  List<AccountId> requests(ConversationId group, @Nullable AccountId after, int limit) {
    return AccountPages.read(
        entities,
        "SELECT CAST(account AS text) FROM conversation_join_request"
            + " WHERE conversation = ? AND account > ? ORDER BY account",
        group,
        after,
        limit);
  }
}
