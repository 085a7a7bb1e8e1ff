package chat.parley.realtime.boundary;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.CreateGroup;
import chat.parley.conversation.Membership;
import chat.parley.conversation.OpenedConversation;
import chat.parley.conversation.boundary.Conversations;
import chat.parley.conversation.boundary.Groups;
import chat.parley.identity.AccountView;
import chat.parley.identity.boundary.Accounts;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.Receipt;
import chat.parley.message.Watermark;
import chat.parley.message.boundary.Receipts;
import chat.parley.platform.AccountId;
import chat.parley.platform.Page;
import chat.parley.realtime.ConversationOverview;
import chat.parley.realtime.Presence;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conversations together with their people, their heads, and how far everybody has come. */
@ApplicationScoped
public class Overviews {

  @EJB private Conversations conversations;
  @EJB private Groups groups;
  @EJB private Accounts accounts;
  @EJB private Journal journal;
  @EJB private Receipts receipts;
  @Inject private Presences presences;

  /**
   * The answer to opening a conversation.
   *
   * @param created false when the two already had it
   */
  public record Opened(ConversationOverview overview, boolean created) {}

  /** A member of a conversation and who that is; null when the account is no more. */
  public record Seated(Membership membership, @Nullable AccountView person) {}

  /** A member, and how far a message has come with him. */
  public record Received(Seated seated, Receipt receipt) {}

  /** Opens the one conversation of two people, or finds it. */
  public Opened open(AccountId me, AccountId other, ConversationKind kind) {
    return opened(conversations.openDirect(me, other, kind), me);
  }

  /**
   * Creates a group, or finds the one that the same key of the same person made.
   *
   * @throws chat.parley.conversation.NoSuchAccount when somebody in it does not exist
   */
  public Opened create(AccountId me, CreateGroup wish) {
    return opened(groups.create(me, wish), me);
  }

  private Opened opened(OpenedConversation opened, AccountId me) {
    return new Opened(get(opened.conversation().id(), me), opened.created());
  }

  /**
   * The members of a conversation with their names, in the order of their ids.
   *
   * @param after the cursor of the page before; null for the first
   * @param limit 1 to 200
   * @throws chat.parley.platform.NotFound when the viewer is not a member
   */
  public Page<Seated> members(
      ConversationId conversation, AccountId viewer, @Nullable String after, int limit) {
    Page<Membership> page = conversations.members(conversation, viewer, after, limit);
    Map<AccountId, AccountView> people =
        accounts.views(page.items().stream().map(Membership::account).toList());
    return new Page<>(
        page.items().stream()
            .map(membership -> new Seated(membership, people.get(membership.account())))
            .toList(),
        page.next());
  }

  /**
   * How far a message has come with the others who may read it, in the order of their ids.
   *
   * @param viewer who wrote it
   * @param after the cursor of the page before; null for the first
   * @param limit 1 to 200
   * @throws chat.parley.platform.NotFound when there is no such message that the viewer can read
   * @throws chat.parley.message.NotYourMessage when the viewer did not write it
   */
  public Page<Received> receipts(
      ConversationId conversation, long seq, AccountId viewer, @Nullable String after, int limit) {
    Page<Seated> page = members(conversation, viewer, after, limit);
    List<Seated> others =
        page.items().stream()
            .filter(each -> each.membership().joinedSeq() <= seq)
            .filter(each -> !each.membership().account().equals(viewer))
            .toList();
    Map<AccountId, Receipt> found =
        receipts.ofMessage(
            conversation,
            seq,
            viewer,
            others.stream().map(each -> each.membership().account()).toList());
    return new Page<>(
        others.stream()
            .map(
                each ->
                    new Received(
                        each, found.getOrDefault(each.membership().account(), Receipt.SENT)))
            .toList(),
        page.next());
  }

  /**
   * A conversation of the viewer.
   *
   * @throws chat.parley.platform.NotFound when the viewer never was a member
   */
  public ConversationOverview get(ConversationId conversation, AccountId viewer) {
    Map<StreamId, Long> heads = heads(List.of(conversation));
    return overviews(List.of(conversations.get(conversation, viewer)), heads, viewer).get(0);
  }

  /**
   * The viewer's conversations, newest first.
   *
   * @param after the cursor of the page before; null for the first
   * @param limit 1 to 200
   */
  public Page<ConversationOverview> list(AccountId viewer, @Nullable String after, int limit) {
    Page<ConversationId> page = conversations.ids(viewer, after, limit);
    Map<StreamId, Long> heads = heads(page.items());
    return new Page<>(
        overviews(conversations.find(page.items(), viewer), heads, viewer), page.next());
  }

  /**
   * Where the conversations end. To be asked before anything else is read of them: whoever follows
   * a stream from its head on learns of what changed since, and misses what changed between a read
   * and a later head.
   */
  private Map<StreamId, Long> heads(List<ConversationId> ids) {
    return journal.heads(ids.stream().map(Overviews::stream).toList());
  }

  private List<ConversationOverview> overviews(
      List<ConversationView> views, Map<StreamId, Long> heads, AccountId viewer) {
    Set<AccountId> members =
        views.stream()
            .flatMap(view -> view.members().stream())
            .map(Membership::account)
            .collect(Collectors.toSet());
    Map<AccountId, AccountView> people = accounts.views(members);
    Map<ConversationId, List<Watermark>> watermarks =
        receipts.of(views.stream().map(ConversationView::id).toList(), viewer);
    Map<ConversationId, AccountId> others = new HashMap<>();
    views.forEach(view -> other(view, viewer).ifPresent(other -> others.put(view.id(), other)));
    Map<AccountId, Presence> there = presences.of(viewer, Set.copyOf(others.values()));
    return views.stream()
        .map(
            view ->
                new ConversationOverview(
                    view,
                    people,
                    Math.min(heads.getOrDefault(stream(view.id()), 0L), view.own().ceiling()),
                    watermarks.getOrDefault(view.id(), List.of()),
                    others.containsKey(view.id()) ? there.get(others.get(view.id())) : null))
        .toList();
  }

  /** The other one of two. */
  private static Optional<AccountId> other(ConversationView view, AccountId viewer) {
    List<AccountId> others =
        view.members().stream()
            .map(Membership::account)
            .filter(account -> !account.equals(viewer))
            .toList();
    return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
  }

  private static StreamId stream(ConversationId conversation) {
    return StreamId.conversation(conversation.value());
  }
}
