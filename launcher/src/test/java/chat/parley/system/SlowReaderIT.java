package chat.parley.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.NeedsQuiet;
import chat.parley.testing.Person;
import chat.parley.testing.RawSocket;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One who does not read costs the others nothing, the server 1 MiB, and that not for long. */
@NeedsQuiet
@ExtendWith(RunningParley.Extension.class)
class SlowReaderIT {

  private static final int MESSAGES = 100;
  private static final String LONG = "x".repeat(60_000);
  private static final long MIB = 1024 * 1024;

  /** The largest there is: what bounds the memory are the bytes, not the window. */
  private static final int WINDOW = 256;

  /** How many of the messages are 1 MiB. */
  private static final int FIT = (int) (MIB / LONG.length()) + 1;

  /**
   * What may wait for one who does not read, 1 MiB as text and as bytes, and some room for
   * everything else; his window of entries would be twelve times as much.
   */
  private static final long MOST = 2 * MIB + 3 * MIB;

  /** They have a minute to acknowledge. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String PING = "{\"type\":\"ping\",\"n\":7}";

  @Test
  void whoStopsReadingGetsOneMebibyteAndIsShownOutWhileAllOthersGoOn(RunningParley parley)
      throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    Person laptop = bob.signInAgain(parley.rest(1));
    Person tablet = bob.signInAgain(parley.rest(1));
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    long last;
    List<Long> waited;
    try (RawSocket slow = RawSocket.connectWithLittleRoom(parley.url(1));
        SocketClient mute = tablet.connect(Map.of());
        SocketClient a = alice.connect(Map.of());
        SocketClient fast = laptop.connect(Map.of())) {
      slow.hello(bob, WINDOW);
      last = Talk.sent(a, conversation, LONG).path("seq").asLong();
      Talk.readAll(fast, stream, 0, last);
      long before = parley.heapOfLiveObjects(1).used();

      for (int i = 1; i < MESSAGES; i++) {
        last = Talk.sent(a, conversation, LONG).path("seq").asLong();
        a.send(Talk.ack(stream, last));
        Talk.readAll(fast, stream, last - 1, last);
      }

      assertThat(Talk.seqs(fast, stream))
          .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
      assertThat(parley.heapOfLiveObjects(1).used() - before).isLessThan(MOST);

      // Both are alive; what they do not do is acknowledge.
      mute.sendText(PING);
      slow.frame(RawSocket.TEXT, true, PING.getBytes(US_ASCII));
      await().atMost(PATIENCE).until(mute::isClosed);
      JsonNode bye = mute.awaitByeAndClose();
      assertThat(bye.path("code").asInt()).isEqualTo(4440);
      assertThat(bye.path("resume").asBoolean()).isTrue();
      assertThat(Talk.seqs(mute, stream)).isNotEmpty();
      assertOneMebibyte(Talk.seqs(mute, stream));
      // What waits for somebody who does not read is dropped with the connection, the bye as well.
      waited = slow.seqsToTheEnd(stream);
      assertOneMebibyte(waited);

      a.sendText(PING);
      a.await("pong");
      fast.sendText(PING);
      fast.await("pong");
    }
    long cursor = waited.size();
    try (SocketClient again = bob.connect(Map.of(stream, cursor))) {
      Talk.readAll(again, stream, cursor, last);
      assertThat(Talk.seqs(again, stream))
          .isEqualTo(LongStream.rangeClosed(cursor + 1, last).boxed().toList());
    }
  }

  private static void assertOneMebibyte(List<Long> seqs) {
    assertThat(seqs).hasSizeLessThanOrEqualTo(FIT + 1);
    assertThat(seqs).isEqualTo(LongStream.rangeClosed(1, seqs.size()).boxed().toList());
  }
}
