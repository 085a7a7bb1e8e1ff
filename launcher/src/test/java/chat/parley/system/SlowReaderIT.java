package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Person;
import chat.parley.testing.RawSocket;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One who does not read costs the others nothing, and the server no more than his window. */
@ExtendWith(RunningParley.Extension.class)
class SlowReaderIT {

  private static final int MESSAGES = 400;
  private static final String LONG = "x".repeat(60_000);
  private static final long MIB = 1024 * 1024;

  /** The default, which the web app uses. */
  private static final int WINDOW = 64;

  /**
   * What may wait for one who does not read, as text and as bytes, and some room for everything
   * else; all that is sent would be twice as much at least.
   */
  private static final long MOST = 2L * WINDOW * LONG.length() + 4 * MIB;

  @Test
  void whoStopsReadingGetsNoMoreThanHisWindowWhileAllOthersGoOn(RunningParley parley)
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
      List<Long> waited = slow.seqs(stream);
      assertThat(waited).isNotEmpty().hasSizeLessThanOrEqualTo(WINDOW);
      assertThat(waited).isEqualTo(LongStream.rangeClosed(1, waited.size()).boxed().toList());
    }
    try (SocketClient again = bob.connect(Map.of(stream, 1L))) {
      Talk.readAll(again, stream, 1, last);
      assertThat(Talk.seqs(again, stream))
          .isEqualTo(LongStream.rangeClosed(2, last).boxed().toList());
    }
  }
}
