package chat.parley.realtime.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.SessionId;
import chat.parley.identity.TicketHolder;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.InstanceId;
import chat.parley.platform.Limits;
import chat.parley.realtime.PresenceState;
import chat.parley.realtime.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PresenceBookTest {

  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final InstanceId OTHER = new InstanceId("two");
  private static final long GRACE = Limits.PRESENCE_GRACE.toNanos();
  private static final long WORD = Limits.PRESENCE_WORD_HOLDS.toNanos();

  private final PresenceBook book = new PresenceBook();
  private final AccountId ada = AccountId.next();
  private final AccountId bob = AccountId.next();
  private final RecordingConnection screen = new RecordingConnection();
  private final Delivery viewer = started(bob, screen);

  @Test
  void watcherIsToldAtOnceAndWhenItChanges() {
    Delivery adas = started(ada, new RecordingConnection());
    book.watch(viewer, Set.of(ada), 0);
    assertThat(told()).containsExactly((PresenceState) null);

    assertThat(book.stated(adas, PresenceState.ACTIVE, false))
        .containsExactly(new Sighting(ada, PresenceState.ACTIVE));
    assertThat(book.stated(adas, PresenceState.ACTIVE, false)).as("nothing new").isEmpty();
    book.stated(adas, PresenceState.AWAY, false);

    assertThat(told()).containsExactly(null, PresenceState.ACTIVE, PresenceState.AWAY);
  }

  @Test
  void whoPartsFromSomebodyIsToldNothingMoreOfHimWhoeverOfThemBlocks() {
    Delivery adas = started(ada, new RecordingConnection());
    book.stated(adas, PresenceState.ACTIVE, false);
    for (boolean isBlocking : new boolean[] {true, false}) {
      book.watch(viewer, Set.of(ada), 0);
      int before = told().size();
      book.part(ada, Set.of(AccountId.next()));
      assertThat(told()).as("others part").hasSize(before);
      book.part(isBlocking ? bob : ada, Set.of(isBlocking ? ada : bob));
      assertThat(told().subList(before, told().size())).containsExactly((PresenceState) null);
      book.stated(adas, PresenceState.AWAY, false);
      book.stated(adas, PresenceState.ACTIVE, false);
      assertThat(told()).hasSize(before + 1);
    }
  }

  @Test
  void whoReconnectsWasNeverGone() {
    Delivery first = started(ada, new RecordingConnection());
    book.watch(viewer, Set.of(ada), 0);
    book.stated(first, PresenceState.ACTIVE, false);
    assertThat(book.left(first, 0)).isEmpty();
    assertThat(book.tick(GRACE)).isEmpty();
    book.stated(started(ada, new RecordingConnection()), PresenceState.ACTIVE, false);
    assertThat(book.tick(10 * GRACE)).isEmpty();

    assertThat(told()).containsExactly(null, PresenceState.ACTIVE);
  }

  @Test
  void whoStaysAwayIsGoneAfterTheGrace() {
    Delivery adas = started(ada, new RecordingConnection());
    book.watch(viewer, Set.of(ada), 0);
    book.stated(adas, PresenceState.ACTIVE, false);
    book.left(adas, 0);

    assertThat(book.tick(GRACE + 1)).containsExactly(new Sighting(ada, null));

    assertThat(told()).containsExactly(null, PresenceState.ACTIVE, null);
    assertThat(book.roster()).isEmpty();
  }

  @Test
  void severalDevicesAreOnePerson() {
    Delivery phone = started(ada, new RecordingConnection());
    Delivery laptop = started(ada, new RecordingConnection());
    book.stated(phone, PresenceState.AWAY, false);
    book.stated(laptop, PresenceState.ACTIVE, false);
    assertThat(book.of(ada)).isEqualTo(PresenceState.ACTIVE);
    assertThat(book.left(laptop, 0)).containsExactly(new Sighting(ada, PresenceState.AWAY));
  }

  @Test
  void theWordOfASilentInstanceRunsOut() {
    book.watch(viewer, Set.of(ada), 0);
    book.heard(OTHER, List.of(new Sighting(ada, PresenceState.ACTIVE)), 0);
    book.heard(OTHER, List.of(new Sighting(ada, PresenceState.ACTIVE)), WORD / 2);
    book.tick(WORD);
    assertThat(book.of(ada)).as("said again").isEqualTo(PresenceState.ACTIVE);
    book.tick(2 * WORD);

    assertThat(told()).containsExactly(null, PresenceState.ACTIVE, null);
  }

  @Test
  void oneIsThereAsLongAsOneInstanceSaysSo() {
    book.heard(OTHER, List.of(new Sighting(ada, PresenceState.AWAY)), 0);
    book.heard(new InstanceId("three"), List.of(new Sighting(ada, PresenceState.ACTIVE)), 0);
    book.heard(new InstanceId("three"), List.of(new Sighting(ada, null)), 1);
    assertThat(book.of(ada)).isEqualTo(PresenceState.AWAY);
    book.heard(OTHER, List.of(new Sighting(ada, null)), 2);
    assertThat(book.of(ada)).isNull();
  }

  @Test
  void whoHidesIsNotThereAndIsToldOfNobody() {
    Delivery adas = started(ada, new RecordingConnection());
    assertThat(book.stated(adas, PresenceState.ACTIVE, true)).isEmpty();
    assertThat(book.of(ada)).isNull();
    assertThat(book.roster()).isEmpty();
    assertThat(book.hiding(Set.of(ada), Set.of()))
        .containsExactly(new Sighting(ada, PresenceState.ACTIVE));
    book.watch(viewer, Set.of(ada), 0);

    assertThat(book.hiding(Set.of(ada, bob), Set.of(ada, bob)))
        .containsExactly(new Sighting(ada, null));
    book.stated(adas, PresenceState.ACTIVE, false);

    assertThat(told()).containsExactly(PresenceState.ACTIVE, null);
  }

  @Test
  void whatABusyClientMissesItIsToldLater() {
    book.watch(viewer, Set.of(ada), 0);
    screen.backlog = Limits.SOCKET_BACKLOG_BYTES;
    book.heard(OTHER, List.of(new Sighting(ada, PresenceState.ACTIVE)), 0);
    book.tick(1);
    assertThat(told()).containsExactly((PresenceState) null);
    screen.backlog = 0;
    book.tick(2);
    book.tick(3);
    assertThat(told()).containsExactly(null, PresenceState.ACTIVE);
  }

  @Test
  void whatHoldsIsToldAgainBeforeItRunsOut() {
    book.tick(0);
    book.watch(viewer, Set.of(ada), 0);
    Delivery adas = started(ada, new RecordingConnection());
    book.stated(adas, PresenceState.ACTIVE, false);
    long half = Limits.PRESENCE_HOLDS.dividedBy(2).toNanos();
    book.tick(half + 1);
    book.tick(half + 2);
    assertThat(told()).containsExactly(null, PresenceState.ACTIVE, PresenceState.ACTIVE);
  }

  @Test
  void whoDoesNotNamePeopleAgainIsToldOfThemNoMore() {
    long holds = Limits.FOCUS_HOLDS.toNanos();
    book.watch(viewer, Set.of(ada), 0);
    book.watch(viewer, Set.of(ada), 5);
    book.tick(holds + 1);
    book.heard(OTHER, List.of(new Sighting(ada, PresenceState.ACTIVE)), holds + 2);
    book.tick(holds + 6);
    book.heard(OTHER, List.of(new Sighting(ada, null)), holds + 7);

    assertThat(told()).containsExactly(null, null, PresenceState.ACTIVE);
    assertThat(book.size()).isZero();
  }

  @Test
  void nobodyIsRememberedWhomNobodyAsksFor() {
    List<AccountId> crowd = new ArrayList<>();
    IntStream.range(0, 1_000).forEach(i -> crowd.add(AccountId.next()));
    crowd.forEach(one -> book.heard(OTHER, List.of(new Sighting(one, PresenceState.ACTIVE)), 0));
    book.watch(viewer, Set.copyOf(crowd.subList(0, 10)), 0);
    book.watch(viewer, Set.of(), 0);
    book.tick(WORD + 1);
    assertThat(book.size()).isZero();
  }

  private List<@Nullable PresenceState> told() {
    List<@Nullable PresenceState> told = new ArrayList<>();
    for (ServerFrame frame : screen.frames) {
      if (frame instanceof ServerFrame.Signal signal) {
        assertThat(signal.ttl().isZero()).isEqualTo(signal.state() == null);
        assertThat(signal.by()).isEqualTo(ada);
        told.add(signal.state());
      }
    }
    return told;
  }

  private static Delivery started(AccountId account, RecordingConnection connection) {
    TicketHolder holder =
        new TicketHolder(account, SessionId.next(), DeviceId.next(), NOW.plus(Duration.ofDays(1)));
    Delivery delivery = new Delivery(connection, holder, 8, ready -> {});
    delivery.start(
        new ServerFrame.Welcome(
            "1", Ids.next(), Ids.next(), NOW, Map.of(), 8, Limits.SOCKET_HEARTBEAT, NOW));
    return delivery;
  }
}
