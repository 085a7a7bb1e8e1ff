package chat.parley.conversation.boundary;

import chat.parley.conversation.Admission;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.ConversationType;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.Membership;
import chat.parley.conversation.OpenedConversation;
import chat.parley.conversation.control.ConversationRecords;
import chat.parley.conversation.control.DirectConversations;
import chat.parley.identity.boundary.Accounts;
import chat.parley.identity.boundary.Blocks;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Open and list conversations. */
@Stateless
public class Conversations {

  @PersistenceContext(unitName = "parley")
  private EntityManager entities;

  @EJB private Memberships memberships;
  @EJB private Accounts accounts;
  @EJB private Blocks blocks;
  @Inject private Admission admission;
  @EJB private Journal journal;
  @Inject private Clock clock;

  /**
   * Opens the one conversation of this kind of two people, or finds it: any number of calls make
   * one, and one set of entries in the log.
   *
   * @throws NotFound when there is no such account, or one of the two blocks the other and they
   *     have none: the caller cannot tell which
   * @throws InvalidInput when both are the same person
   * @throws chat.parley.platform.ParleyException when they have none of any kind and the other has
   *     not agreed, as {@link Admission} says
   */
  public OpenedConversation openDirect(AccountId me, AccountId other, ConversationKind kind) {
    if (me.equals(other)) {
      throw new InvalidInput("/member", "You cannot open a conversation with yourself.");
    }
    if (accounts.views(List.of(other)).isEmpty()) {
      throw new NotFound();
    }
    if (findDirect(me, other, kind).isEmpty()) {
      if (blocks.isApart(me, other)) {
        throw new NotFound();
      }
      // Who has agreed to talk has agreed to both kinds.
      if (Stream.of(ConversationKind.values())
          .allMatch(each -> findDirect(me, other, each).isEmpty())) {
        admission.require(me, other);
      }
    }
    return openAgreed(me, other, kind);
  }

  /**
   * The same for two people who have agreed to talk.
   *
   * @param first who wanted it
   * @param other another account
   * @throws NotFound when one of the two was deleted meanwhile
   */
  public OpenedConversation openAgreed(AccountId first, AccountId other, ConversationKind kind) {
    if (!accounts.hold(List.of(first, other))) {
      throw new NotFound();
    }
    return new DirectConversations(records(), journal, clock).open(first, other, kind);
  }

  /** The one conversation of this kind of two people, if they have it. */
  public Optional<ConversationId> findDirect(AccountId me, AccountId other, ConversationKind kind) {
    return new DirectConversations(records(), journal, clock).find(me, other, kind);
  }

  /**
   * The conversation, for one of its members, or what is left of it for a former one.
   *
   * @throws NotFound when the viewer never was a member
   */
  public ConversationView get(ConversationId conversation, AccountId viewer) {
    memberships.requireReader(conversation, viewer);
    return records().find(conversation, viewer).orElseThrow(NotFound::new);
  }

  /**
   * Lets a member of a group pass, or a former one.
   *
   * @throws NotFound when the viewer never was a member, or the conversation is one of two
   */
  public void requireGroup(ConversationId conversation, AccountId viewer) {
    if (get(conversation, viewer).type() != ConversationType.GROUP) {
      throw new NotFound();
    }
  }

  /**
   * The members of a conversation, for one of them, in the order of their ids.
   *
   * @param after the cursor of the page before; null for the first
   * @param limit 1 to 200
   * @throws NotFound when the viewer is not a member
   * @throws InvalidInput when the cursor is none, or the limit out of bounds
   */
  public Page<Membership> members(
      ConversationId conversation, AccountId viewer, @Nullable String after, int limit) {
    memberships.requireMember(conversation, viewer);
    requireLimit(limit);
    return records().members(conversation, Cursors.account(after), limit);
  }

  /**
   * The viewer's conversations, newest first by creation, also those that are over for him.
   *
   * @param after the cursor of the page before; null for the first
   * @param limit 1 to 200
   * @throws InvalidInput when the cursor is none, or the limit out of bounds
   */
  public Page<ConversationView> list(AccountId viewer, @Nullable String after, int limit) {
    Page<ConversationId> page = ids(viewer, after, limit);
    return new Page<>(records().find(page.items(), viewer), page.next());
  }

  /** Which these are, in the same order and with the same bounds. */
  public Page<ConversationId> ids(AccountId viewer, @Nullable String after, int limit) {
    requireLimit(limit);
    return records()
        .ids(viewer, after == null ? null : new ConversationId(Cursors.id(after)), limit);
  }

  /** Those of these conversations that the viewer belongs to or once did, newest first. */
  public List<ConversationView> find(List<ConversationId> ids, AccountId viewer) {
    return records().find(ids, viewer);
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > Limits.PAGE_ITEMS) {
      throw new InvalidInput("/limit", "A page has 1 to " + Limits.PAGE_ITEMS + " items.");
    }
  }

  private ConversationRecords records() {
    return new ConversationRecords(entities);
  }
}
