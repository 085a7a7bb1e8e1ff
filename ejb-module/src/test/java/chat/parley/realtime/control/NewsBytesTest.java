package chat.parley.realtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.StreamId;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.InstanceId;
import chat.parley.realtime.PresenceState;
import chat.parley.realtime.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewsBytesTest {

  private final NewsBytes.Parcel parcel =
      new NewsBytes.Parcel(
          new InstanceId("one"),
          List.of(
              new News.Committed(
                  new Entry(
                      StreamId.conversation(Ids.next()),
                      7,
                      "message",
                      Instant.parse("2026-11-21T03:00:00.123456Z"),
                      AccountId.next(),
                      DeviceId.next(),
                      Ids.next(),
                      EntryHash.of(new byte[32]),
                      "Grüße, 世界 🌍 \u0001\"",
                      Instant.parse("2026-11-21T04:00:00.123Z"))),
              new News.Committed(
                  new Entry(
                      StreamId.user(Ids.next()),
                      1,
                      "conversation.opened",
                      Instant.EPOCH,
                      null,
                      null,
                      null,
                      EntryHash.GENESIS,
                      null)),
              new News.Moved(
                  ConversationId.next(), List.of(new Watermark(AccountId.next(), 12, 3)), true),
              new News.Taken(DeviceId.next(), Ids.next()),
              new News.Present(
                  List.of(
                      new Sighting(AccountId.next(), PresenceState.AWAY),
                      new Sighting(AccountId.next(), null))),
              new News.Signalled(
                  new ServerFrame.Signal(
                      ServerFrame.Signal.Kind.TYPING,
                      StreamId.conversation(Ids.next()),
                      AccountId.next(),
                      Duration.ofSeconds(6)))));

  @Test
  void unpacksWhatWasPacked() throws Exception {
    assertThat(NewsBytes.unpack(NewsBytes.pack(parcel))).isEqualTo(parcel);
  }

  @Test
  void refusesEveryShorterAndLongerText() {
    byte[] bytes = NewsBytes.pack(parcel);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> NewsBytes.unpack(cut)).isInstanceOf(NewsBytes.Unreadable.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> NewsBytes.unpack(longer)).isInstanceOf(NewsBytes.Unreadable.class);
  }

  @Test
  void refusesAnotherVersion() {
    byte[] bytes = NewsBytes.pack(parcel);
    bytes[0] = 5;
    assertThatThrownBy(() -> NewsBytes.unpack(bytes))
        .isInstanceOf(NewsBytes.Unreadable.class)
        .hasMessage("version 5");
  }

  @Test
  void damagedBytesAreRefusedOrRead() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = NewsBytes.pack(parcel);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(NewsBytes.unpack(bytes).news()).isNotNull();
      } catch (NewsBytes.Unreadable expected) {
        assertThat(expected).isNotNull();
      }
    }
  }
}
