package chat.parley.realtime.boundary;

import chat.parley.conversation.Seat;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.identity.boundary.Blocks;
import chat.parley.identity.boundary.PrivacyChoices;
import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.InstanceId;
import chat.parley.platform.Limits;
import chat.parley.platform.Unavailable;
import chat.parley.realtime.ClientConnection;
import chat.parley.realtime.ClientFrame;
import chat.parley.realtime.Presence;
import chat.parley.realtime.PresenceState;
import chat.parley.realtime.control.ConnectionRegistry;
import chat.parley.realtime.control.Delivery;
import chat.parley.realtime.control.LastSeenTable;
import chat.parley.realtime.control.News;
import chat.parley.realtime.control.NewsPublisher;
import chat.parley.realtime.control.PresenceBook;
import chat.parley.realtime.control.Sighting;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Who is there. A client is told of the people it has on the screen and of nobody else, so that
 * what somebody's coming costs does not grow with the number of those who know him.
 */
@ApplicationScoped
public class Presences {

  /** People of one message between instances. */
  private static final int ROSTER_PART = 1_000;

  @Inject private PresenceBook book;
  @Inject private ConnectionRegistry registry;
  @Inject private NewsPublisher publisher;
  @EJB private Memberships memberships;
  @EJB private PrivacyChoices privacy;
  @EJB private Blocks blocks;
  @Inject private LastSeenTable lastSeen;
  @Inject private Clock clock;

  private final Set<AccountId> doubtful = ConcurrentHashMap.newKeySet();
  private final Set<AccountId> parting = ConcurrentHashMap.newKeySet();
  private final Map<Delivery, ClientFrame.Focus> postponed = new ConcurrentHashMap<>();
  private final Map<AccountId, Instant> written = new ConcurrentHashMap<>();
  private final Map<AccountId, Instant> unwritten = new ConcurrentHashMap<>();
  private long rosterAt;
  private long choicesAt;

  /** A client says how its person is there. */
  public void state(ClientConnection connection, PresenceState state) {
    Delivery delivery = registry.delivery(connection.id());
    if (delivery == null) {
      return;
    }
    AccountId account = delivery.holder().account();
    noteActive(account);
    publish(book.stated(delivery, state, hidesOrMay(account)));
    noteActive(account);
  }

  /** While nobody can say what the person chose, he is there for nobody. */
  private boolean hidesOrMay(AccountId account) {
    try {
      return privacy.hidingPresence(List.of(account)).contains(account);
    } catch (Unavailable e) {
      doubtful.add(account);
      return true;
    }
  }

  private void noteActive(AccountId account) {
    if (book.isActiveHere(account)) {
      unwritten.put(account, clock.instant());
    }
  }

  /**
   * A client says whom it shows. It is told of those who are members of the conversations that are
   * named with them, if the viewer is; of nobody when the viewer hides himself.
   */
  public void focus(ClientConnection connection, ClientFrame.Focus frame) {
    Delivery delivery = registry.delivery(connection.id());
    if (delivery == null) {
      return;
    }
    try {
      Set<AccountId> people = new HashSet<>(shown(delivery, frame));
      Set<AccountId> apart = blocks.apart(delivery.holder().account(), people);
      people.removeAll(apart);
      book.watch(delivery, people, System.nanoTime());
      book.absent(delivery, apart);
      postponed.remove(delivery);
    } catch (Unavailable e) {
      postponed.put(delivery, frame);
    }
  }

  private Set<AccountId> shown(Delivery delivery, ClientFrame.Focus frame) {
    AccountId viewer = delivery.holder().account();
    Set<Seat> seats = new HashSet<>();
    frame
        .people()
        .forEach(
            (conversation, people) -> {
              if (delivery.known(StreamId.conversation(conversation.value())) != null) {
                people.forEach(person -> seats.add(new Seat(conversation, person)));
              }
            });
    if (seats.isEmpty() || privacy.hidingPresence(List.of(viewer)).contains(viewer)) {
      return Set.of();
    }
    Set<AccountId> people =
        memberships.taken(seats).stream()
            .map(Seat::account)
            .filter(person -> !person.equals(viewer))
            .collect(Collectors.toSet());
    return people;
  }

  /** A client is gone. */
  void left(Delivery delivery) {
    postponed.remove(delivery);
    noteActive(delivery.holder().account());
    publish(book.left(delivery, System.nanoTime()));
  }

  /** The word of another instance. */
  void heard(InstanceId from, List<Sighting> sightings) {
    book.heard(from, sightings, System.nanoTime());
  }

  /** Somebody blocks other people now than before; they are looked up in a moment. */
  void parted(AccountId account) {
    parting.add(account);
  }

  /** Somebody has other choices now; they are looked up in a moment. */
  void chosen(AccountId account) {
    doubtful.add(account);
  }

  /**
   * How these people are there, as the viewer is told.
   *
   * @return an entry for each of them
   */
  public Map<AccountId, Presence> of(AccountId viewer, Collection<AccountId> people) {
    Set<AccountId> asked = new HashSet<>(people);
    asked.add(viewer);
    Set<AccountId> hiding = privacy.hidingPresence(asked);
    Set<AccountId> apart = blocks.apart(viewer, people);
    Map<AccountId, Instant> seen = hiding.contains(viewer) ? Map.of() : lastSeen.of(people);
    Map<AccountId, Presence> presences = new HashMap<>();
    for (AccountId person : people) {
      boolean told =
          !hiding.contains(viewer) && !hiding.contains(person) && !apart.contains(person);
      Instant at = seen.get(person);
      presences.put(
          person,
          told
              ? new Presence(
                  book.of(person), at == null ? null : at.truncatedTo(ChronoUnit.MINUTES))
              : Presence.UNKNOWN);
    }
    return presences;
  }

  /** Ends what is over, and says again who is here. Called every second; never waits. */
  void tick() {
    long now = System.nanoTime();
    publish(book.tick(now));
    if (now - rosterAt > Limits.PRESENCE_ROSTER_EVERY.toNanos()) {
      rosterAt = now;
      publish(book.roster());
    }
  }

  /**
   * Asks what people have chosen, and writes down who was seen. Called every second, beside {@link
   * #tick}: a database that does not answer ends nobody's presence.
   */
  void settle() {
    postponed.forEach((delivery, frame) -> focus(delivery.connection(), frame));
    part();
    Set<AccountId> asked = new HashSet<>(doubtful);
    doubtful.removeAll(asked);
    long now = System.nanoTime();
    if (now - choicesAt > Limits.SESSION_CHECK.toNanos()) {
      choicesAt = now;
      asked.addAll(registry.accounts());
    }
    try {
      if (!asked.isEmpty()) {
        publish(book.hiding(asked, privacy.hidingPresence(asked)));
        Set<AccountId> hidingReads = privacy.hidingReads(asked);
        asked.forEach(account -> registry.hideReads(account, hidingReads.contains(account)));
      }
      writeLastSeen();
    } catch (Unavailable e) {
      doubtful.addAll(asked);
    }
  }

  /** Who blocks somebody, or is blocked, is told nothing of him any more. */
  private void part() {
    for (AccountId account : Set.copyOf(parting)) {
      parting.remove(account);
      try {
        book.part(account, blocks.around(account));
      } catch (Unavailable e) {
        parting.add(account);
      }
    }
  }

  private void publish(List<Sighting> sightings) {
    for (int from = 0; from < sightings.size(); from += ROSTER_PART) {
      publisher.publish(
          List.of(
              new News.Present(
                  sightings.subList(from, Math.min(from + ROSTER_PART, sightings.size())))));
    }
  }

  /** One statement for all, and one row a minute for each at most. */
  private void writeLastSeen() {
    Instant now = clock.instant();
    Instant due = now.minus(Limits.LAST_SEEN_WRITTEN_EVERY);
    written.values().removeIf(due::isAfter);
    book.activeHere().forEach(account -> unwritten.put(account, now));
    Map<AccountId, Instant> batch = new HashMap<>(unwritten);
    batch.keySet().removeAll(written.keySet());
    if (batch.isEmpty()) {
      return;
    }
    // What cannot be written now is not tried for ever: who is still there is in the next batch.
    batch.forEach(unwritten::remove);
    lastSeen.seen(batch);
    batch.keySet().forEach(account -> written.put(account, now));
  }
}
