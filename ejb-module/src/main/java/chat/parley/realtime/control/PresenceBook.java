package chat.parley.realtime.control;

import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.InstanceId;
import chat.parley.platform.Limits;
import chat.parley.realtime.PresenceState;
import chat.parley.realtime.ServerFrame;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is there, on this instance and by the word of the others, and who on this instance wants to
 * know of whom. Every instance tells its own people again every few seconds, so that the word of
 * one that is gone runs out by itself.
 *
 * <p>Times are {@link System#nanoTime()}. Methods that return sightings return what the other
 * instances have to be told now.
 */
@ApplicationScoped
public class PresenceBook {

  private final Map<AccountId, Person> people = new HashMap<>();
  private final Map<Delivery, Watch> watched = new HashMap<>();
  private final Map<Delivery, Set<AccountId>> owed = new HashMap<>();
  private long refreshedAt;

  /** The word of another instance. */
  private record Word(PresenceState state, long until) {}

  /** Whom a client is told of. */
  private record Watch(Set<AccountId> people, long until) {}

  /** What is known of one account. */
  private static final class Person {
    final Map<UUID, PresenceState> here = new HashMap<>();
    final Map<InstanceId, Word> elsewhere = new HashMap<>();
    final Set<Delivery> watchers = new HashSet<>();

    /** What the other instances were told. */
    @Nullable PresenceState announced;

    /** What the watchers were told. */
    @Nullable PresenceState told;

    boolean hidden;
    boolean leaving;
    long leftAt;

    @Nullable PresenceState stateHere() {
      if (hidden) {
        return null;
      }
      return here.isEmpty() && leaving ? announced : first(here.values().stream());
    }

    @Nullable PresenceState state() {
      return first(
          Stream.concat(
              Stream.ofNullable(stateHere()), elsewhere.values().stream().map(Word::state)));
    }

    private static @Nullable PresenceState first(Stream<PresenceState> states) {
      return states.sorted().findFirst().orElse(null);
    }

    boolean isNobody() {
      return here.isEmpty() && !leaving && elsewhere.isEmpty() && watchers.isEmpty();
    }
  }

  /**
   * A client says how its person is there.
   *
   * @param hidden whether the person tells nobody
   */
  public synchronized List<Sighting> stated(
      Delivery delivery, PresenceState state, boolean hidden) {
    if (delivery.isEnded()) {
      return List.of();
    }
    Person person = person(delivery.account());
    person.here.put(delivery.connection().id(), state);
    person.hidden = hidden;
    person.leaving = false;
    return announce(delivery.account());
  }

  /** A client is gone; its person is gone a moment later, unless he comes back. */
  public synchronized List<Sighting> left(Delivery delivery, long now) {
    watchNobody(delivery);
    Person person = people.get(delivery.account());
    if (person == null || person.here.remove(delivery.connection().id()) == null) {
      return List.of();
    }
    if (person.here.isEmpty()) {
      person.leaving = true;
      person.leftAt = now;
      return List.of();
    }
    return announce(delivery.account());
  }

  /** Whether somebody is connected here, looks at the app, and hides it from nobody. */
  public synchronized boolean isActiveHere(AccountId account) {
    Person person = people.get(account);
    return person != null && isActiveHere(person);
  }

  private static boolean isActiveHere(Person person) {
    return !person.here.isEmpty() && person.stateHere() == PresenceState.ACTIVE;
  }

  /** All of whom that is true. */
  public synchronized Set<AccountId> activeHere() {
    Set<AccountId> active = new HashSet<>();
    people.forEach(
        (account, person) -> {
          if (isActiveHere(person)) {
            active.add(account);
          }
        });
    return active;
  }

  /**
   * Who of some people tells nobody, and therefore is told of nobody.
   *
   * @param asked those whose choice was looked up
   * @param hiding those of them who hide
   */
  public synchronized List<Sighting> hiding(Set<AccountId> asked, Set<AccountId> hiding) {
    List<Sighting> news = new ArrayList<>();
    for (AccountId account : asked) {
      Person person = people.get(account);
      if (person != null && person.hidden != hiding.contains(account)) {
        person.hidden = hiding.contains(account);
        news.addAll(announce(account));
      }
    }
    List.copyOf(watched.keySet()).stream()
        .filter(delivery -> hiding.contains(delivery.account()))
        .forEach(this::watchNobody);
    return news;
  }

  /** The word of another instance. */
  public synchronized void heard(InstanceId from, List<Sighting> sightings, long now) {
    for (Sighting sighting : sightings) {
      PresenceState state = sighting.state();
      if (state != null) {
        long until = now + Limits.PRESENCE_WORD_HOLDS.toNanos();
        person(sighting.account()).elsewhere.put(from, new Word(state, until));
      } else if (people.containsKey(sighting.account())) {
        person(sighting.account()).elsewhere.remove(from);
      }
      tell(sighting.account());
    }
  }

  /** For {@link Limits#FOCUS_HOLDS} the client is told of these people and of no others. */
  public synchronized void watch(Delivery delivery, Set<AccountId> wanted, long now) {
    watchNobody(delivery);
    if (wanted.isEmpty() || delivery.isEnded()) {
      return;
    }
    watched.put(delivery, new Watch(Set.copyOf(wanted), now + Limits.FOCUS_HOLDS.toNanos()));
    for (AccountId account : wanted) {
      Person person = person(account);
      person.watchers.add(delivery);
      person.told = person.state();
      send(delivery, account, person.told);
    }
  }

  /**
   * Tells a client that these people are not there, as far as it may know: it may have seen them
   * before, and would go on showing that.
   */
  public synchronized void absent(Delivery delivery, Set<AccountId> people) {
    people.forEach(person -> send(delivery, person, null));
  }

  /** Ends what the clients of this person and of these others are told of each other. */
  public synchronized void part(AccountId account, Set<AccountId> others) {
    for (Map.Entry<Delivery, Watch> entry : Map.copyOf(watched).entrySet()) {
      Delivery delivery = entry.getKey();
      Set<AccountId> unseen = new HashSet<>(entry.getValue().people());
      if (delivery.account().equals(account)) {
        unseen.retainAll(others);
      } else {
        unseen.retainAll(others.contains(delivery.account()) ? Set.of(account) : Set.of());
      }
      if (!unseen.isEmpty()) {
        Set<AccountId> left = new HashSet<>(entry.getValue().people());
        left.removeAll(unseen);
        watched.put(delivery, new Watch(Set.copyOf(left), entry.getValue().until()));
        for (AccountId person : unseen) {
          person(person).watchers.remove(delivery);
          send(delivery, person, null);
          forgetNobody(person);
        }
      }
    }
  }

  private void watchNobody(Delivery delivery) {
    owed.remove(delivery);
    Watch before = watched.remove(delivery);
    if (before != null) {
      for (AccountId account : before.people()) {
        person(account).watchers.remove(delivery);
        forgetNobody(account);
      }
    }
  }

  /** Ends what is over, and tells again what would run out. */
  public synchronized List<Sighting> tick(long now) {
    List<Sighting> news = new ArrayList<>();
    for (AccountId account : List.copyOf(people.keySet())) {
      Person person = person(account);
      person.elsewhere.values().removeIf(word -> word.until() - now < 0);
      if (person.leaving && now - person.leftAt > Limits.PRESENCE_GRACE.toNanos()) {
        person.leaving = false;
        news.addAll(announce(account));
      } else {
        tell(account);
      }
    }
    boolean refresh = now - refreshedAt > Limits.PRESENCE_HOLDS.dividedBy(2).toNanos();
    if (refresh) {
      refreshedAt = now;
    }
    Map.copyOf(watched)
        .forEach(
            (delivery, watch) -> {
              if (watch.until() - now < 0) {
                watchNobody(delivery);
              } else {
                tellAgain(delivery, watch.people(), refresh);
              }
            });
    return news;
  }

  private void tellAgain(Delivery delivery, Set<AccountId> shown, boolean refresh) {
    Set<AccountId> late = owed.remove(delivery);
    for (AccountId account : shown) {
      PresenceState state = person(account).told;
      if ((late != null && late.contains(account)) || (refresh && state != null)) {
        send(delivery, account, state);
      }
    }
  }

  /** Everybody who is connected here, as the other instances know them. */
  public synchronized List<Sighting> roster() {
    List<Sighting> roster = new ArrayList<>();
    people.forEach(
        (account, person) -> {
          if (person.announced != null) {
            roster.add(new Sighting(account, person.announced));
          }
        });
    return roster;
  }

  /** How somebody is there; null when he is not, or tells nobody. */
  public synchronized @Nullable PresenceState of(AccountId account) {
    Person person = people.get(account);
    return person == null ? null : person.state();
  }

  /** How many people are remembered, for whatever reason. */
  synchronized int size() {
    return people.size();
  }

  /** Tells the watchers here, and says whether the other instances need to know. */
  private List<Sighting> announce(AccountId account) {
    Person person = person(account);
    PresenceState state = person.stateHere();
    boolean news = person.announced != state;
    person.announced = state;
    tell(account);
    return news ? List.of(new Sighting(account, state)) : List.of();
  }

  private void tell(AccountId account) {
    Person person = person(account);
    PresenceState state = person.state();
    if (person.told != state) {
      person.told = state;
      List.copyOf(person.watchers).forEach(watcher -> send(watcher, account, state));
    }
    forgetNobody(account);
  }

  private void send(Delivery watcher, AccountId account, @Nullable PresenceState state) {
    ServerFrame.Signal signal =
        new ServerFrame.Signal(
            ServerFrame.Signal.Kind.PRESENCE,
            StreamId.user(account.value()),
            account,
            state == null ? Duration.ZERO : Limits.PRESENCE_HOLDS,
            state);
    if (!watcher.presence(signal)) {
      owed.computeIfAbsent(watcher, key -> new HashSet<>()).add(account);
    }
  }

  private Person person(AccountId account) {
    return people.computeIfAbsent(account, key -> new Person());
  }

  private void forgetNobody(AccountId account) {
    people.computeIfPresent(account, (key, person) -> person.isNobody() ? null : person);
  }
}
