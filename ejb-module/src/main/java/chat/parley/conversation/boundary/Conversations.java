package chat.parley.conversation.boundary;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.OpenedConversation;
import chat.parley.conversation.control.ConversationRecords;
import chat.parley.conversation.control.DirectConversations;
import chat.parley.identity.boundary.Accounts;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Open and list conversations. */
@Stateless
public class Conversations {

  @PersistenceContext(unitName = "parley")
  private EntityManager entities;

  @Inject private Memberships memberships;
  @Inject private Accounts accounts;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * Opens the one conversation of this kind of two people, or finds it: any number of calls make
   * one, and one set of entries in the log.
   *
   * @throws NotFound when there is no such account
   * @throws InvalidInput when both are the same person
   */
  public OpenedConversation openDirect(AccountId me, AccountId other, ConversationKind kind) {
    if (me.equals(other)) {
      throw new InvalidInput("/member", "You cannot open a conversation with yourself.");
    }
    if (accounts.views(List.of(other)).isEmpty()) {
      throw new NotFound();
    }
    return new DirectConversations(records(), journal, clock).open(me, other, kind);
  }

  /** The one conversation of this kind of two people, if they have it. */
  public Optional<ConversationId> findDirect(AccountId me, AccountId other, ConversationKind kind) {
    return new DirectConversations(records(), journal, clock).find(me, other, kind);
  }

  /**
   * The conversation, for one of its members.
   *
   * @throws NotFound when the viewer is not a member
   */
  public ConversationView get(ConversationId conversation, AccountId viewer) {
    memberships.requireMember(conversation, viewer);
    return records().find(conversation).orElseThrow(NotFound::new);
  }

  /**
   * The viewer's conversations, newest first by creation.
   *
   * @param after the cursor of the page before; null for the first
   * @param limit 1 to 200
   * @throws InvalidInput when the cursor is none, or the limit out of bounds
   */
  public Page<ConversationView> list(AccountId viewer, @Nullable String after, int limit) {
    if (limit < 1 || limit > Limits.PAGE_ITEMS) {
      throw new InvalidInput("/limit", "A page has 1 to " + Limits.PAGE_ITEMS + " items.");
    }
    return records().page(viewer, after == null ? null : cursor(after), limit);
  }

  private static ConversationId cursor(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return new ConversationId(id);
      }
    } catch (IllegalArgumentException e) {
      // Answered below, as every other text that is no cursor.
    }
    throw new InvalidInput("/after", "This is not a cursor of this list.");
  }

  private ConversationRecords records() {
    return new ConversationRecords(entities);
  }
}
