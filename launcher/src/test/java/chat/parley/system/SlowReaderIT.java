package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.Person;
import chat.parley.testing.RawSocket;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One who does not read costs the others nothing, and the server next to nothing. */
@ExtendWith(RunningParley.Extension.class)
class SlowReaderIT {

  private static final int MESSAGES = 400;
  private static final String LONG = "x".repeat(60_000);
  private static final long MIB = 1024 * 1024;

  /** Ten seconds for a frame to leave, two for the farewell, and the time of a loaded machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void whoStopsReadingIsLetGoWhileAllOthersGoOnAndMemoryStaysFlat(RunningParley parley)
      throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    Person laptop = bob.signInAgain(parley.rest(1));
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    long last;
    try (RawSocket slow = RawSocket.connectWithLittleRoom(parley.url(1));
        SocketClient a = alice.connect(Map.of());
        SocketClient fast = laptop.connect(Map.of())) {
      slow.hello(bob);
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
      assertThat(slow.isOpen()).as("the slow one is still connected").isTrue();
      // Its share: a backlog of 1 MiB and the frame on its way; its window would hold 15 MiB.
      assertThat(parley.heapOfLiveObjects(1).used() - before).isLessThan(8 * MIB);
      await().atMost(PATIENCE).until(() -> !slow.isOpen());
    }
    try (SocketClient again = bob.connect(Map.of(stream, 1L))) {
      Talk.readAll(again, stream, 1, last);
      assertThat(Talk.seqs(again, stream))
          .isEqualTo(LongStream.rangeClosed(2, last).boxed().toList());
    }
  }
}
