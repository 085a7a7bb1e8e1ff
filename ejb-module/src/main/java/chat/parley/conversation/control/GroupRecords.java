package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.CreateGroup;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.Membership;
import chat.parley.conversation.entity.ConversationGroup;
import chat.parley.conversation.entity.Member;
import chat.parley.platform.AccountId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Groups in the database, in the caller's transaction; a batch of people is one statement. */
public final class GroupRecords {

  private final EntityManager entities;

  public GroupRecords(EntityManager entities) {
    this.entities = entities;
  }

  /** Writes what was changed of a group; the entries that tell of it come after this. */
  void flush() {
    entities.flush();
  }

  /**
   * Makes a group with its owner and members, unless this person's key has made one: also when it
   * is repeated in the same moment on another instance.
   *
   * @return whether it was made
   */
  boolean insert(
      ConversationId id, CreateGroup wish, AccountId owner, List<AccountId> others, Instant now) {
    int made =
        entities
            .createNativeQuery(
                "INSERT INTO conversation (id, kind, type, created_at, created_by, creation_key)"
                    + " VALUES (?, ?, 'GROUP', ?, ?, CAST(? AS uuid)) ON CONFLICT DO NOTHING")
            .setParameter(1, id.value())
            .setParameter(2, wish.kind().name())
            .setParameter(3, Timestamp.from(now))
            .setParameter(4, owner.value())
            .setParameter(5, wish.key() == null ? null : wish.key().toString())
            .executeUpdate();
    if (made == 0) {
      return false;
    }
    entities.persist(
        new ConversationGroup(
            id.value(), wish.name(), wish.description(), wish.settings(), 1 + others.size()));
    entities.flush();
    entities.clear();
    seat(id, Map.of(owner, 1L), GroupRole.OWNER);
    seat(id, others.stream().collect(Collectors.toMap(other -> other, other -> 1L)), null);
    return true;
  }

  /** The group that this person's key made. */
  Optional<ConversationId> made(AccountId owner, UUID key) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT CAST(id AS text) FROM conversation"
                    + " WHERE created_by = ? AND creation_key = ?")
            .setParameter(1, owner.value())
            .setParameter(2, key)
            .getResultList();
    return found.stream()
        .findFirst()
        .map(id -> new ConversationId(UUID.fromString(String.valueOf(id))));
  }

  /** The group as it is. */
  Optional<ConversationGroup> find(ConversationId id) {
    return Optional.ofNullable(entities.find(ConversationGroup.class, id.value()));
  }

  /** The group, locked against every other change until the end of the transaction. */
  Optional<ConversationGroup> lock(ConversationId id) {
    return Optional.ofNullable(
        entities.find(ConversationGroup.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  /** The membership as the database has it at this moment, if there is or was one. */
  Optional<Membership> membership(ConversationId id, AccountId account) {
    return entities
        .createQuery(
            "SELECT m FROM Member m WHERE m.conversation = :conversation AND m.account = :account",
            Member.class)
        .setParameter("conversation", id.value())
        .setParameter("account", account.value())
        .setHint("eclipselink.refresh", "true")
        .getResultStream()
        .map(Member::membership)
        .findFirst();
  }

  /** Those of the people who are members now. */
  Set<AccountId> membersAmong(ConversationId id, Collection<AccountId> people) {
    return among(
        "SELECT CAST(account AS text) FROM conversation_member WHERE conversation = ?"
            + " AND left_seq IS NULL AND account = ANY(CAST(string_to_array(?, ',') AS uuid[]))",
        id,
        people);
  }

  /** Those of the people who are banned. */
  Set<AccountId> bannedAmong(ConversationId id, Collection<AccountId> people) {
    return among(
        "SELECT CAST(account AS text) FROM conversation_ban WHERE conversation = ?"
            + " AND account = ANY(CAST(string_to_array(?, ',') AS uuid[]))",
        id,
        people);
  }

  private Set<AccountId> among(String sql, ConversationId id, Collection<AccountId> people) {
    return accounts(
        entities
            .createNativeQuery(sql)
            .setParameter(1, id.value())
            .setParameter(2, joined(people))
            .getResultList());
  }

  /** Everybody who is a member now. */
  Set<AccountId> members(ConversationId id) {
    return accounts(
        entities
            .createNativeQuery(
                "SELECT CAST(account AS text) FROM conversation_member WHERE conversation = ?"
                    + " AND left_seq IS NULL")
            .setParameter(1, id.value())
            .getResultList());
  }

  /** How many owners there are now. */
  int owners(ConversationId id) {
    Object count =
        entities
            .createNativeQuery(
                "SELECT count(*) FROM conversation_member WHERE conversation = ?"
                    + " AND role = 'OWNER' AND left_seq IS NULL")
            .setParameter(1, id.value())
            .getSingleResult();
    return ((Number) count).intValue();
  }

  /** Who is the owner when this person is no more: an admin, else whoever is in it for longest. */
  Optional<AccountId> heir(ConversationId id, AccountId owner) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT CAST(account AS text) FROM conversation_member WHERE conversation = ?"
                    + " AND left_seq IS NULL AND account <> ?"
                    + " ORDER BY role = 'MEMBER', joined_seq, account LIMIT 1")
            .setParameter(1, id.value())
            .setParameter(2, owner.value())
            .getResultList();
    return found.stream().findFirst().map(GroupRecords::account);
  }

  /**
   * Makes people members who are none.
   *
   * @param joined by person the first entry he may read
   * @param role null for that of everybody
   */
  void seat(ConversationId id, Map<AccountId, Long> joined, @Nullable GroupRole role) {
    if (joined.isEmpty()) {
      return;
    }
    List<AccountId> people = List.copyOf(joined.keySet());
    entities
        .createNativeQuery(
            "INSERT INTO conversation_member (conversation, account, joined_seq, role)"
                + " SELECT CAST(? AS uuid), account, seq, ?"
                + " FROM unnest(CAST(string_to_array(?, ',') AS uuid[]),"
                + " CAST(string_to_array(?, ',') AS bigint[])) AS t (account, seq)"
                + " ORDER BY account ON CONFLICT (conversation, account) DO UPDATE"
                + " SET joined_seq = excluded.joined_seq, role = excluded.role, left_seq = NULL,"
                + " left_name = NULL WHERE conversation_member.left_seq IS NOT NULL")
        .setParameter(1, id.toString())
        .setParameter(2, (role == null ? GroupRole.MEMBER : role).name())
        .setParameter(3, joined(people))
        .setParameter(
            4,
            people.stream()
                .map(person -> String.valueOf(joined.get(person)))
                .collect(Collectors.joining(",")))
        .executeUpdate();
  }

  /** Ends memberships at this entry. */
  void unseat(ConversationId id, Collection<AccountId> people, long seq, String name) {
    entities
        .createNativeQuery(
            "UPDATE conversation_member SET left_seq = ?, left_name = ? WHERE conversation = ?"
                + " AND left_seq IS NULL AND account = ANY(CAST(string_to_array(?, ',') AS uuid[]))")
        .setParameter(1, seq)
        .setParameter(2, name)
        .setParameter(3, id.value())
        .setParameter(4, joined(people))
        .executeUpdate();
  }

  /** The requests of these people to join are settled. */
  void settle(ConversationId id, Collection<AccountId> people) {
    entities
        .createNativeQuery(
            "DELETE FROM conversation_join_request WHERE conversation = ?"
                + " AND account = ANY(CAST(string_to_array(?, ',') AS uuid[]))")
        .setParameter(1, id.value())
        .setParameter(2, joined(people))
        .executeUpdate();
  }

  /**
   * A group that is no more has no ways in, nobody who waits for one, is about nothing, and has no
   * picture.
   */
  void clear(ConversationId id) {
    entities
        .createNativeQuery(
            "WITH links AS (DELETE FROM conversation_invite_link WHERE conversation = ?),"
                + " requests AS (DELETE FROM conversation_join_request WHERE conversation = ?),"
                + " about AS (DELETE FROM conversation_interest WHERE conversation = ?)"
                + " DELETE FROM conversation_picture WHERE conversation = ?")
        .setParameter(1, id.value())
        .setParameter(2, id.value())
        .setParameter(3, id.value())
        .setParameter(4, id.value())
        .executeUpdate();
  }

  /** Those who manage the group now. */
  Set<AccountId> admins(ConversationId id) {
    return accounts(
        entities
            .createNativeQuery(
                "SELECT CAST(account AS text) FROM conversation_member WHERE conversation = ?"
                    + " AND role <> 'MEMBER' AND left_seq IS NULL")
            .setParameter(1, id.value())
            .getResultList());
  }

  /** Gives a member another role. */
  void setRole(ConversationId id, AccountId account, GroupRole role) {
    entities
        .createNativeQuery(
            "UPDATE conversation_member SET role = ? WHERE conversation = ? AND account = ?")
        .setParameter(1, role.name())
        .setParameter(2, id.value())
        .setParameter(3, account.value())
        .executeUpdate();
  }

  /**
   * Bans.
   *
   * @return whether the person was not banned before
   */
  boolean ban(ConversationId id, AccountId account, AccountId by, Instant now) {
    return entities
            .createNativeQuery(
                "INSERT INTO conversation_ban (conversation, account, banned_by, banned_at)"
                    + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .setParameter(1, id.value())
            .setParameter(2, account.value())
            .setParameter(3, by.value())
            .setParameter(4, Timestamp.from(now))
            .executeUpdate()
        > 0;
  }

  /**
   * Lifts a ban.
   *
   * @return whether there was one
   */
  boolean unban(ConversationId id, AccountId account) {
    return entities
            .createNativeQuery(
                "DELETE FROM conversation_ban WHERE conversation = ? AND account = ?")
            .setParameter(1, id.value())
            .setParameter(2, account.value())
            .executeUpdate()
        > 0;
  }

  /**
   * A page of the banned, in the order of their accounts.
   *
   * @param after the last one of the page before
   */
  List<AccountId> banned(ConversationId id, @Nullable AccountId after, int limit) {
    return AccountPages.read(
        entities,
        "SELECT CAST(account AS text) FROM conversation_ban"
            + " WHERE conversation = ? AND account > ? ORDER BY account",
        id,
        after,
        limit);
  }

  private static Set<AccountId> accounts(List<?> ids) {
    Set<AccountId> accounts = new HashSet<>();
    ids.forEach(id -> accounts.add(account(id)));
    return accounts;
  }

  private static AccountId account(Object id) {
    return new AccountId(UUID.fromString(String.valueOf(id)));
  }

  private static String joined(Collection<AccountId> people) {
    return people.stream().map(AccountId::toString).collect(Collectors.joining(","));
  }
}
