package chat.parley.contact.boundary;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.contact.AskToTalk;
import chat.parley.contact.ContactView;
import chat.parley.contact.RequestAnswer;
import chat.parley.contact.RequestBox;
import chat.parley.contact.RequestResting;
import chat.parley.contact.RequestUnwelcome;
import chat.parley.contact.Standing;
import chat.parley.contact.Tier;
import chat.parley.contact.control.KnownPeople;
import chat.parley.contact.control.Pair;
import chat.parley.contact.control.RequestCursor;
import chat.parley.contact.control.RequestTable;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.boundary.Conversations;
import chat.parley.identity.RequestAudience;
import chat.parley.identity.boundary.Blocks;
import chat.parley.identity.boundary.PrivacyChoices;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import chat.parley.platform.TooManyRequests;
import chat.parley.profile.ProfileView;
import chat.parley.profile.boundary.Profiles;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asking somebody to talk, and answering. Every command may be repeated: what has happened already
 * happens once. Every method throws {@link chat.parley.platform.Unavailable} when the database does
 * not answer.
 */
@Stateless
public class ChatRequests {

  /** The word of a change in the streams of those who may know of it. */
  private static final String CHANGED = "request.changed";

  @Inject private RequestTable table;
  @Inject private KnownPeople known;
  @EJB private Blocks blocks;
  @EJB private Profiles profiles;
  @EJB private PrivacyChoices privacy;
  @EJB private Conversations conversations;
  @EJB private Journal journal;
  @Inject private Clock clock;

  /**
   * How two people stand now.
   *
   * @param changed false when they stood so already
   */
  public record Asked(ContactView contact, boolean changed) {}

  /**
   * Asks somebody to talk. Whoever is asked by the same person accepts by that: when both ask in
   * the same moment, both have agreed. With a conversation, or a request that waits already,
   * nothing happens.
   *
   * @throws InvalidInput when it is the caller himself
   * @throws NotFound when there is no such account, or one of the two blocks the other: the caller
   *     cannot tell which
   * @throws RequestUnwelcome when the other takes no requests from people who stand to him so
   * @throws RequestResting when the other has declined lately, or was asked often
   * @throws TooManyRequests when the caller has asked many people today
   */
  public Asked ask(AccountId me, AccountId other, AskToTalk wish) {
    if (me.equals(other)) {
      throw new InvalidInput("/person", "You cannot ask yourself.");
    }
    table.lockAccount(me);
    Pair pair = lock(me, other);
    if (conversation(me, other) != null || pair.isAskedBy(me)) {
      return new Asked(view(me, other), false);
    }
    Instant now = now();
    if (pair.isAskedOf(me)) {
      accept(me, pair);
    } else {
      requireWelcome(me, other);
      requireQuota(me, other, pair, now);
      Pair asked = pair.asked(me, wish.kind(), wish.note(), now);
      table.write(asked);
      table.noteSent(me, other, now, now.minus(Limits.REQUEST_REST));
      tell(me, asked, now, !asked.isSilent());
    }
    return new Asked(view(me, other), true);
  }

  /** What the other chose is asked of how the caller stands to him, as he may see it. */
  private void requireWelcome(AccountId me, AccountId other) {
    RequestAudience chosen = privacy.of(other).requestsFrom();
    if (chosen == RequestAudience.EVERYONE) {
      return;
    }
    Tier tier = tier(known.tiers(other, List.of(me)).get(me), profiles.views(other, List.of(me)));
    boolean isWelcome =
        switch (chosen) {
          case EVERYONE -> true;
          case SHARED -> tier != Tier.UNKNOWN;
          case CONTACTS_OF_CONTACTS -> tier == Tier.CONTACT_OF_CONTACT;
          case NOBODY -> false;
        };
    if (!isWelcome) {
      throw new RequestUnwelcome();
    }
  }

  private static Tier tier(@Nullable Tier known, List<ProfileView> person) {
    Tier tier = known == null ? Tier.UNKNOWN : known;
    boolean shares = person.stream().anyMatch(each -> !each.shared().isEmpty());
    return tier == Tier.UNKNOWN && shares ? Tier.SHARED_INTERESTS : tier;
  }

  private void requireQuota(AccountId me, AccountId other, Pair pair, Instant now) {
    Instant until = pair.restsUntil(me, now);
    if (until != null) {
      throw new RequestResting(until);
    }
    List<Instant> toOne = table.sent(me, other, now.minus(Limits.REQUEST_REST));
    if (toOne.size() >= Limits.REQUESTS_TO_ONE) {
      throw new RequestResting(toOne.get(0).plus(Limits.REQUEST_REST));
    }
    List<Instant> today = table.sent(me, now.minus(Limits.REQUEST_DAY));
    if (today.size() >= Limits.REQUESTS_OF_A_DAY) {
      throw new TooManyRequests(
          "You have asked many people today. Wait a while.",
          Duration.between(now, today.get(0).plus(Limits.REQUEST_DAY)));
    }
  }

  /** Takes a request back; without one that waits nothing happens. */
  public void withdraw(AccountId me, AccountId other) {
    if (me.equals(other)) {
      return;
    }
    Pair pair = table.lock(me, other);
    if (pair != null && pair.isAskedBy(me)) {
      boolean heard = !pair.isSilent();
      Pair withdrawn = pair.withdrawn();
      table.write(withdrawn);
      tell(me, withdrawn, now(), heard);
    }
  }

  /**
   * Answers a request. To accept what is accepted, or decline what is declined, does nothing.
   *
   * @throws NotFound when there is no request of this person that waits
   */
  public ContactView answer(AccountId me, AccountId other, RequestAnswer answer) {
    if (me.equals(other)) {
      throw new NotFound();
    }
    Pair pair = lock(me, other);
    if (!isSaid(me, other, pair, answer)) {
      if (!pair.isAskedOf(me)) {
        throw new NotFound();
      }
      Instant now = now();
      switch (answer) {
        case ACCEPT -> accept(me, pair);
        case DECLINE -> {
          Pair declined = pair.declined(now);
          table.write(declined);
          tell(me, declined, now, true);
        }
        case IGNORE -> {
          Pair ignored = pair.ignored(now);
          table.write(ignored);
          tell(me, ignored, now, false);
        }
      }
    }
    return view(me, other);
  }

  /** Whether this answer was given before. */
  private boolean isSaid(AccountId me, AccountId other, Pair pair, RequestAnswer answer) {
    return switch (answer) {
      case ACCEPT -> conversation(me, other) != null;
      case DECLINE -> pair.state() == Pair.State.DECLINED && other.equals(pair.askedBy());
      case IGNORE -> pair.isAskedOf(me) && pair.isSilent();
    };
  }

  /**
   * Makes two people contacts of whom one has given the other his code: as if he had asked and been
   * accepted, whatever was between the two. Does nothing when they are.
   *
   * @throws NotFound when one of them blocks the other
   */
  public ContactView agree(AccountId giver, AccountId taker) {
    Pair pair = lock(taker, giver);
    if (conversation(taker, giver) == null) {
      accept(giver, pair.asked(taker, ConversationKind.E2EE, "", now()));
    }
    return view(taker, giver);
  }

  /** The conversation begins with the one who asked. */
  private void accept(AccountId me, Pair pair) {
    Pair accepted = pair.accepted();
    table.write(accepted);
    conversations.openAgreed(pair.otherThan(me), me, accepted.kind());
    // The streams of the two are locked already: opening has told both.
    tell(me, accepted, now(), true);
  }

  /**
   * How somebody stands to the viewer.
   *
   * @throws NotFound when there is no such account, or one of the two blocks the other
   */
  @TransactionAttribute(SUPPORTS)
  public ContactView view(AccountId viewer, AccountId person) {
    return views(viewer, List.of(person)).stream().findFirst().orElseThrow(NotFound::new);
  }

  /**
   * What somebody wrote with a request that waits for this person; empty without such a request.
   */
  @TransactionAttribute(SUPPORTS)
  public Optional<String> waitingNote(AccountId me, AccountId asker) {
    return Optional.ofNullable(table.among(me, List.of(asker)).get(asker))
        .filter(pair -> pair.isAskedOf(me))
        .map(Pair::note);
  }

  /**
   * How people stand to the viewer, in the same order; without those who are gone or blocked.
   *
   * @param people at most {@link Limits#PAGE_ITEMS}
   */
  @TransactionAttribute(SUPPORTS)
  public List<ContactView> views(AccountId viewer, List<AccountId> people) {
    Instant now = now();
    Map<AccountId, Pair> pairs = table.among(viewer, people);
    Map<AccountId, ConversationId> talks = known.conversations(viewer, people);
    Map<AccountId, Tier> tiers = known.tiers(viewer, people);
    List<ContactView> views = new ArrayList<>();
    for (ProfileView person : profiles.views(viewer, people)) {
      AccountId id = person.id();
      ConversationId conversation = talks.get(id);
      Pair pair = pairs.getOrDefault(id, Pair.untouched(viewer, id));
      boolean waits = conversation == null && pair.state() == Pair.State.PENDING;
      views.add(
          new ContactView(
              person,
              conversation == null ? pair.standing(viewer, now) : Standing.CONTACT,
              tier(tiers.get(id), List.of(person)),
              waits ? pair.note() : "",
              waits ? pair.askedAt() : null,
              conversation == null ? pair.restsUntil(viewer, now) : null,
              conversation));
    }
    return views;
  }

  /**
   * Requests that wait, newest first.
   *
   * @param after the cursor of the page before; null for the first
   * @param limit how many at most, 1 or more
   * @throws InvalidInput when the cursor is none
   */
  @TransactionAttribute(SUPPORTS)
  public Page<ContactView> list(
      AccountId viewer, RequestBox box, @Nullable String after, int limit) {
    List<Pair> found = table.waiting(viewer, box, RequestCursor.parse(after), limit + 1);
    List<Pair> page = found.stream().limit(limit).toList();
    List<ContactView> items =
        views(viewer, page.stream().map(pair -> pair.otherThan(viewer)).toList());
    return new Page<>(items, found.size() > limit ? cursor(viewer, page) : null);
  }

  private static @Nullable String cursor(AccountId viewer, List<Pair> page) {
    Pair last = page.get(page.size() - 1);
    Instant at = last.askedAt();
    return at == null ? null : new RequestCursor(at, last.otherThan(viewer)).toString();
  }

  /** Forgets a request between two of whom one has blocked the other. Nobody is told. */
  public void forget(AccountId one, AccountId other) {
    Pair pair = table.lock(one, other);
    if (pair != null && pair.state() == Pair.State.PENDING) {
      table.write(pair.withdrawn());
    }
  }

  private Pair lock(AccountId me, AccountId other) {
    Pair pair = table.lock(me, other);
    if (pair == null || blocks.isApart(me, other)) {
      throw new NotFound();
    }
    return pair;
  }

  private @Nullable ConversationId conversation(AccountId me, AccountId other) {
    return known.conversations(me, List.of(other)).get(other);
  }

  /** The moment, as the wire and the cursors know it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Tells the devices of who did something, and perhaps those of the other, how it stands. */
  private void tell(AccountId me, Pair pair, Instant now, boolean both) {
    AccountId other = pair.otherThan(me);
    List<NewEntry> entries = new ArrayList<>();
    entries.add(entry(me, me, other, pair.standing(me, now)));
    if (both) {
      entries.add(entry(other, me, me, pair.standing(other, now)));
    }
    journal.appendInTransaction(entries);
  }

  /** JSON text of nothing but an id and a word, which need no escapes. */
  private static NewEntry entry(AccountId told, AccountId by, AccountId about, Standing standing) {
    return new NewEntry(
        StreamId.user(told.value()),
        CHANGED,
        by,
        null,
        null,
        "{\"person\":\""
            + about
            + "\",\"standing\":\""
            + standing.name().toLowerCase(Locale.ROOT)
            + "\"}");
  }
}
