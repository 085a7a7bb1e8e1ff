package chat.parley.conversation.control;

import chat.parley.conversation.ConversationType;
import chat.parley.conversation.ConversationView;
import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.journal.boundary.Journal;
import chat.parley.media.boundary.Blobs;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.AccountRows;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Conversations and memberships, as data of who is in them. The conversation itself is the others',
 * too: it stays with them, and is told that somebody is no more.
 */
@ApplicationScoped
public class ConversationData implements PersonalData {

  // The other of two by name, as the person sees him; of groups what every member sees.
  private static final String CONVERSATIONS =
      "SELECT m.conversation, lower(c.type) AS type, lower(c.kind) AS kind, c.created_at,"
          + " o.id AS \"with\", o.username AS with_username,"
          + " CASE WHEN m.left_seq IS NULL THEN g.name ELSE m.left_name END AS name,"
          + " CASE WHEN m.left_seq IS NULL THEN g.description END AS description,"
          + " lower(m.role) AS role, m.joined_seq, m.left_seq"
          + " FROM conversation_member m JOIN conversation c ON c.id = m.conversation"
          + " LEFT JOIN conversation_group g ON g.conversation = c.id"
          + " LEFT JOIN account o ON o.id IN (c.direct_low, c.direct_high) AND o.id <> m.account"
          + " WHERE m.account = ? ORDER BY m.conversation";

  private static final String LINKS =
      "SELECT id, conversation, created_at, expires_at, quota, uses, revoked"
          + " FROM conversation_invite_link WHERE created_by = ? ORDER BY id";

  private static final String JOINING =
      "SELECT conversation, requested_at FROM conversation_join_request WHERE account = ?";

  private static final String FORGET =
      "WITH l AS (DELETE FROM conversation_invite_link WHERE created_by = ?),"
          + " j AS (DELETE FROM conversation_join_request WHERE account = ?),"
          + " b AS (DELETE FROM conversation_ban WHERE account = ?),"
          + " k AS (UPDATE conversation SET creation_key = NULL"
          + "   WHERE created_by = ? AND creation_key IS NOT NULL)"
          + " UPDATE conversation_member SET left_name = NULL"
          + " WHERE account = ? AND left_name IS NOT NULL";

  @PersistenceContext(unitName = "parley")
  private EntityManager entities;

  @EJB private Journal journal;
  @EJB private Blobs blobs;
  @Inject private AccountRows rows;
  @Inject private Clock clock;

  @Override
  public String feature() {
    return "conversation";
  }

  @Override
  public Set<String> tables() {
    return Set.of(
        "conversation",
        "conversation_member",
        "conversation_invite_link",
        "conversation_join_request",
        "conversation_ban");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    files.list(
        "conversations",
        "The conversations you are in, or were, and what you are in them.",
        rows.read(account, database -> database.prepareStatement(CONVERSATIONS)));
    files.list(
        "invite-links",
        "The invite links you have made, without what opens them.",
        rows.read(account, database -> database.prepareStatement(LINKS)));
    files.list(
        "requests-to-join",
        "Groups that you have asked to join.",
        rows.read(account, database -> database.prepareStatement(JOINING)));
  }

  @Override
  public boolean erase(AccountId account) {
    ConversationRecords records = new ConversationRecords(entities);
    Optional<ConversationView> next = records.anyCurrent(account);
    if (next.isPresent()) {
      ConversationView conversation = next.get();
      if (conversation.type() == ConversationType.DIRECT) {
        new DirectConversations(records, journal, clock).vanish(account, conversation.id());
      } else {
        new GroupChanges(new GroupRecords(entities), journal, blobs, clock)
            .vanish(account, conversation.id());
      }
      return true;
    }
    rows.change(account, database -> database.prepareStatement(FORGET));
    return false;
  }
}
