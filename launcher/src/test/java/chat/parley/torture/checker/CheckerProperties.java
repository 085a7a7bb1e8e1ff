package chat.parley.torture.checker;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.torture.history.Event;
import chat.parley.torture.history.History;
import chat.parley.torture.history.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The checker accuses nobody who is honest, and finds each kind of fault in whatever run. */
class CheckerProperties {

  @Property
  void anHonestRunIsFoundHonest(@ForAll long seed) {
    Findings findings = new HonestRun(seed).check();

    assertThat(findings.areNone()).as(findings.report()).isTrue();
    assertThat(findings.tally("messages acknowledged")).isPositive();
  }

  @Property
  void anAcknowledgedMessageThatTheLogLacksIsLost(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    Event.Stored last = last(run, Event.Stored.class, stored -> true);
    Assume.that(last.seq() == run.log.size());
    run.log.remove(run.log.size() - 1);

    assertThat(run.check().found()).contains(Verdict.LOST, Verdict.PHANTOM);
  }

  @Property
  void aMessageInTheLogThatNobodySentIsAPhantom(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    run.log.add(
        new LoggedEntry(run.log.size() + 1L, "message", "hash", "content", "nobody's", true));

    assertThat(run.check().found()).contains(Verdict.PHANTOM);
  }

  @Property
  void theSameMessageTwiceInTheLogIsADuplicate(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    LoggedEntry message =
        run.log.stream().filter(entry -> entry.cid() != null).findFirst().orElseThrow();
    run.log.add(
        new LoggedEntry(
            run.log.size() + 1L, "message", "hash", message.content(), message.cid(), true));

    assertThat(run.check().found()).contains(Verdict.DUPLICATED);
  }

  @Property
  void anEntryThatIsShownTwiceIsADuplicate(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    List<Event> events = run.events.get("amy");
    int at = index(events, received(true), seed);
    events.add(at + 1, events.get(at));

    assertThat(run.check().found()).contains(Verdict.DUPLICATED);
  }

  @Property
  void twoEntriesThatAreShownTheOtherWayRoundAreReordered(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    List<Event> events = run.events.get("amy");
    int first = index(events, received(true), seed);
    int second = next(events, first + 1, received(true));
    Assume.that(second > 0);
    Event earlier = events.get(first);
    Assume.that(connection(earlier) == connection(events.get(second)));
    events.set(first, events.get(second));
    events.set(second, earlier);

    assertThat(run.check().found()).contains(Verdict.REORDERED, Verdict.GAP);
  }

  @Property
  void aMessageBehindOneThatWasSentAfterItsPromiseIsReordered(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    long head = run.log.size();
    run.log.add(new LoggedEntry(head + 1, "message", "h", "c", "sent second", true));
    run.log.add(new LoggedEntry(head + 2, "message", "h", "c", "sent first", true));
    List<Event> events = run.events.get("amy");
    events.add(new Event.Sending(run.now(), "sent first", HonestRun.STREAM));
    events.add(new Event.Stored(run.now(), "sent first", HonestRun.STREAM, head + 2, false));
    events.add(new Event.Sending(run.now(), "sent second", HonestRun.STREAM));
    events.add(new Event.Stored(run.now(), "sent second", HonestRun.STREAM, head + 1, false));

    assertThat(run.check().found()).contains(Verdict.REORDERED);
  }

  @Property
  void anEntryThatIsLeftOutIsAGap(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    List<Event> events = run.events.get("amy");
    int at = index(events, received(true), seed);
    Assume.that(next(events, at + 1, received(true)) > 0);
    events.remove(at);

    assertThat(run.check().found()).contains(Verdict.GAP);
  }

  @Property
  void aGapOverWhatIsThereIsNoExcuse(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    List<Event> events = run.events.get("amy");
    int at = index(events, received(true), seed);
    Event.Received lost = (Event.Received) events.get(at);
    events.set(
        at,
        new Event.Hole(
            lost.at(),
            lost.connection(),
            HonestRun.STREAM,
            lost.entry().seq(),
            lost.entry().seq(),
            "retention"));

    assertThat(run.check().found()).contains(Verdict.GAP);
  }

  @Property
  void oneWhoIsToldSomethingElseSplitsTheOrder(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    List<Event> events = run.events.get("bob");
    int at = index(events, received(true), seed);
    Event.Received told = (Event.Received) events.get(at);
    Seen other =
        new Seen(
            HonestRun.STREAM,
            told.entry().seq(),
            told.entry().kind(),
            "another hash",
            told.entry().content(),
            told.entry().message());
    events.set(at, new Event.Received(told.at(), told.connection(), other, true));

    assertThat(run.check().found()).contains(Verdict.SPLIT_ORDER);
  }

  @Property
  void onePlaceForTwoMessagesIsReuse(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    Event.Stored stored = last(run, Event.Stored.class, each -> !each.dup());
    List<Event> events = run.events.get("amy");
    events.add(new Event.Sending(run.now(), "another", HonestRun.STREAM));
    events.add(new Event.Stored(run.now(), "another", HonestRun.STREAM, stored.seq(), false));

    assertThat(run.check().found()).contains(Verdict.SEQ_REUSE);
  }

  @Property
  void twoPlacesForOneMessageAreADuplicate(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    List<Event> events =
        run.events.values().stream()
            .filter(list -> list.stream().anyMatch(Event.Stored.class::isInstance))
            .findAny()
            .orElseThrow();
    Event.Stored stored =
        events.stream()
            .filter(Event.Stored.class::isInstance)
            .map(Event.Stored.class::cast)
            .findAny()
            .orElseThrow();
    events.add(new Event.Stored(run.now(), stored.cid(), HonestRun.STREAM, stored.seq() + 1, true));

    assertThat(run.check().found()).contains(Verdict.DUPLICATED);
  }

  @Property
  void whatOneReadsOfTheTimeBeforeHeJoinedIsALeak(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    Assume.that(run.events.containsKey(HonestRun.LATE));
    long began = run.now();
    run.events
        .get(HonestRun.LATE)
        .add(
            new Event.Fetched(
                run.now(), began, HonestRun.STREAM, null, 2L, List.of(run.seen(1)), false));

    assertThat(run.check().found()).contains(Verdict.LEAK);
  }

  /** Bob was there, was removed before he had read everything, and is there again. */
  @Example
  void whoComesAgainBeginsBehindAnHonestGap() {
    assertThat(returned(new Event.Hole(4, 2, HonestRun.STREAM, 3, 6, "joined-later"), 7).found())
        .isEmpty();
    assertThat(returned(new Event.Hole(4, 2, HonestRun.STREAM, 3, 7, "joined-later"), 8).found())
        .contains(Verdict.GAP);
    assertThat(returned(new Event.Hole(4, 2, HonestRun.STREAM, 3, 5, "joined-later"), 6).found())
        .contains(Verdict.LEAK);
  }

  private static Findings returned(Event.Hole gap, long next) {
    FinalLog log = new FinalLog();
    List<Event> bob = new ArrayList<>();
    bob.add(new Event.Hello(1, 1, 1, Map.of()));
    for (long seq = 1; seq <= 8; seq++) {
      log.entry(HonestRun.STREAM, new LoggedEntry(seq, "member.role", "h", "x", null, true));
      Seen seen = new Seen(HonestRun.STREAM, seq, "member.role", "h", "x", null);
      if (seq <= 2) {
        bob.add(new Event.Received(2, 1, seen, true));
      } else if (seq >= next) {
        bob.add(new Event.Received(5, 2, seen, true));
      }
      if (seq == 2) {
        bob.add(new Event.Hello(3, 2, 2, Map.of(HonestRun.STREAM, 2L)));
        bob.add(gap);
      }
    }
    log.member(HonestRun.STREAM, "bob", 1, 4).member(HonestRun.STREAM, "bob", 7, Long.MAX_VALUE);
    return Checker.check(log, List.of(History.of("bob's", "bob", bob)));
  }

  @Property
  void aReadThatMissesWhatWasPromisedBeforeItIsStale(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    Event.Stored last = last(run, Event.Stored.class, each -> true);
    long began = run.now();
    List<Seen> page = new ArrayList<>();
    for (long seq = 1; seq < last.seq(); seq++) {
      page.add(run.seen(seq));
    }
    run.events
        .get("bob")
        .add(new Event.Fetched(run.now(), began, HonestRun.STREAM, 0L, null, page, false));

    assertThat(run.check().found()).containsExactly(Verdict.STALE_READ);
  }

  @Property
  void aWelcomeThatKnowsLessThanWasPromisedIsStale(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    Event.Stored last = last(run, Event.Stored.class, each -> true);
    List<Event> events = run.events.get("bob");
    events.add(
        new Event.Hello(
            run.now(), 999, 1, java.util.Map.of(HonestRun.STREAM, (long) run.log.size())));
    events.add(
        new Event.Welcome(run.now(), 999, java.util.Map.of(HonestRun.STREAM, last.seq() - 1)));

    assertThat(run.check().found()).containsExactly(Verdict.STALE_READ);
  }

  @Property
  void whatIsGivenOutAfterItsErasureIsResurrected(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    long seq = 1L + new Random(seed).nextInt(run.log.size());
    run.events.get("amy").add(new Event.Erased(run.now(), HonestRun.STREAM, List.of(seq)));
    long began = run.now();
    run.events
        .get("bob")
        .add(
            new Event.Fetched(
                run.now(),
                began,
                HonestRun.STREAM,
                null,
                seq + 1,
                List.of(run.seen(seq)),
                seq > 1));

    assertThat(run.check().found()).contains(Verdict.RESURRECTED);
  }

  @Property
  void anEntryThatDoesNotContinueTheChainIsFound(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    LoggedEntry last = run.log.remove(run.log.size() - 1);
    run.log.add(
        new LoggedEntry(last.seq(), last.kind(), last.hash(), last.content(), last.cid(), false));

    assertThat(run.check().found()).containsExactly(Verdict.BROKEN_CHAIN);
  }

  @Property
  void whoStillWaitsWhenAllIsQuietIsPending(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    List<Event> events = run.events.get("amy");
    events.remove(lastIndex(events, received(true)));

    assertThat(run.check().found()).contains(Verdict.PENDING);
  }

  @Property
  void aMessageThatIsNeverAnsweredIsPending(@ForAll long seed) {
    HonestRun run = new HonestRun(seed);
    run.events.get("amy").add(new Event.Sending(run.now(), "unanswered", HonestRun.STREAM));

    assertThat(run.check().found()).containsExactly(Verdict.PENDING);
  }

  private static Predicate<Event> received(boolean shown) {
    return event -> event instanceof Event.Received received && received.shown() == shown;
  }

  private static int connection(Event event) {
    return ((Event.Received) event).connection();
  }

  private static <T extends Event> T last(HonestRun run, Class<T> type, Predicate<T> fits) {
    return run.events.values().stream()
        .flatMap(List::stream)
        .filter(type::isInstance)
        .map(type::cast)
        .filter(fits)
        .max(java.util.Comparator.comparingLong(each -> seqOf(each)))
        .orElseThrow();
  }

  private static long seqOf(Event event) {
    return event instanceof Event.Stored stored ? stored.seq() : event.at();
  }

  private static int index(List<Event> events, Predicate<Event> fits, long seed) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (fits.test(events.get(i))) {
        found.add(i);
      }
    }
    Assume.that(!found.isEmpty());
    return found.get(new Random(seed).nextInt(found.size()));
  }

  private static int next(List<Event> events, int from, Predicate<Event> fits) {
    for (int i = from; i < events.size(); i++) {
      if (fits.test(events.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int lastIndex(List<Event> events, Predicate<Event> fits) {
    int found = -1;
    for (int i = next(events, 0, fits); i >= 0; i = next(events, i + 1, fits)) {
      found = i;
    }
    Assume.that(found >= 0);
    return found;
  }
}
