package chat.parley.realtime.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.SessionId;
import chat.parley.identity.TicketHolder;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.StreamId;
import chat.parley.message.Purged;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.Limits;
import chat.parley.realtime.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionRegistryTest {

  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  private final StreamId stream = StreamId.conversation(Ids.next());
  private final RecordingConnection client = new RecordingConnection();
  private final Queue<Delivery> scheduled = new ArrayDeque<>();
  private final ConnectionRegistry registry = new ConnectionRegistry();
  private final Delivery delivery =
      new Delivery(
          client,
          new TicketHolder(
              AccountId.next(), SessionId.next(), DeviceId.next(), NOW.plus(Duration.ofDays(1))),
          8,
          scheduled::add);

  @BeforeEach
  void somebodyFollows() {
    registry.enter(delivery);
    registry.follow(delivery, stream);
    delivery.begin(stream, 0, Interval.ALL, 0);
    delivery.start(
        new ServerFrame.Welcome(
            "1",
            Ids.next(),
            Ids.next(),
            NOW,
            Map.of(),
            8,
            Limits.SOCKET_HEARTBEAT,
            NOW.plus(Duration.ofDays(1))));
  }

  @Test
  void aPurgeErasesWhatStillWaitsToBeWritten() {
    registry.deliver(List.of(entry(1, "message", "secret"), entry(2, "message", "kept")));
    assertThat(client.bodies()).containsExactly("secret", "kept");

    registry.deliver(List.of(entry(3, Purged.KIND, new Purged(List.of(1L)).body())));

    assertThat(client.bodies()).containsExactly(null, "kept", "{\"seqs\":[1]}");
  }

  @Test
  void newsThatComesAfterNewerNewsIsReadFromTheLogWhereItMayBeErased() {
    registry.deliver(List.of(entry(2, Purged.KIND, new Purged(List.of(1L)).body())));
    registry.deliver(List.of(entry(1, "message", "secret")));

    assertThat(client.bodies()).isEmpty();
    assertThat(scheduled).containsExactly(delivery);
    assertThat(delivery.next()).isInstanceOf(Delivery.Step.Page.class);
  }

  private Entry entry(long seq, String kind, String body) {
    return new Entry(stream, seq, kind, NOW, null, null, null, EntryHash.GENESIS, body);
  }
}
