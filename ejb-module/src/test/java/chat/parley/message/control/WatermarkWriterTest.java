package chat.parley.message.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Seat;
import chat.parley.conversation.control.TestConversations;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.control.GroupCommit;
import chat.parley.journal.control.TestJournal;
import chat.parley.message.Watermark;
import chat.parley.message.WatermarksMoved;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class WatermarkWriterTest {

  private static final long HEAD = 11;

  private final TestJournal journal = new TestJournal();
  private final TestConversations conversations = new TestConversations(journal);
  private final AccountId ada = conversations.person();
  private final AccountId bob = conversations.person();
  private final ConversationId chat = conversations.open(ada, bob).conversation().id();
  private final Seat adasSeat = new Seat(chat, ada);
  private final Set<AccountId> hiding = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<WatermarksMoved> news = new LinkedBlockingQueue<>();
  private final WatermarkWriter writer = writer(journal.database());

  private WatermarkWriter writer(DataSource database) {
    return new WatermarkWriter(
        database,
        journal.log()::heads,
        conversations::taken,
        ids -> Set.of(),
        asked -> hiding,
        news::add);
  }

  @BeforeEach
  void tenMessages() {
    GroupCommit node = journal.node();
    for (int i = 0; i < 10; i++) {
      TestJournal.append(
          node,
          new NewEntry(
              StreamId.conversation(chat.value()),
              "message",
              bob,
              DeviceId.next(),
              Ids.next(),
              "m" + i));
    }
    start(writer);
  }

  private static void start(WatermarkWriter writer) {
    new Thread(writer, "watermarks").start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    assertThat(writer.stop(Duration.ofSeconds(30))).isTrue();
    conversations.close();
    journal.close();
  }

  private WatermarksMoved moved() throws InterruptedException {
    return news.poll(30, TimeUnit.SECONDS);
  }

  private List<Watermark> marks() {
    return writer.all(chat);
  }

  @Test
  void whatMovesTogetherIsWrittenOnceAndToldOnce() throws Exception {
    for (long seq = 1; seq <= 5; seq++) {
      writer.raise(adasSeat, seq, 0);
    }
    writer.raise(adasSeat, 0, 3);
    Watermark now = new Watermark(ada, 5, 3);
    assertThat(moved()).isEqualTo(new WatermarksMoved(chat, List.of(now), false));
    assertThat(marks()).containsExactly(now);
    assertThat(news).isEmpty();
  }

  @Test
  void watermarksOnlyRise() throws Exception {
    writer.raise(adasSeat, 7, 7);
    assertThat(moved().watermarks()).containsExactly(new Watermark(ada, 7, 7));
    writer.raise(adasSeat, 4, 4);
    writer.raise(adasSeat, 8, 2);
    assertThat(moved().watermarks()).containsExactly(new Watermark(ada, 8, 7));
    assertThat(marks()).containsExactly(new Watermark(ada, 8, 7));
  }

  @Test
  void whatIsReadPrivatelyIsReceivedForOthersAndReadForOneself() throws Exception {
    writer.raisePrivately(adasSeat, 5);
    assertThat(moved())
        .isEqualTo(new WatermarksMoved(chat, List.of(new Watermark(ada, 5, 0)), false));
    assertThat(moved())
        .isEqualTo(new WatermarksMoved(chat, List.of(new Watermark(ada, 5, 5)), true));
    assertThat(marks()).containsExactly(new Watermark(ada, 5, 0));
    assertThat(writer.of(List.of(chat), Set.of(), bob).get(chat))
        .containsExactly(new Watermark(ada, 5, 0));
    assertThat(writer.of(List.of(chat), Set.of(), ada).get(chat))
        .containsExactly(new Watermark(ada, 5, 5));

    writer.raise(adasSeat, 0, 6);
    assertThat(moved())
        .as("what is read for everybody to know")
        .isEqualTo(new WatermarksMoved(chat, List.of(new Watermark(ada, 6, 6)), false));
    writer.raisePrivately(adasSeat, 6);
    writer.raise(adasSeat, 7, 0);
    assertThat(moved())
        .as("nothing new was read")
        .isEqualTo(new WatermarksMoved(chat, List.of(new Watermark(ada, 7, 6)), false));
    assertThat(news).isEmpty();
  }

  @Test
  void whoHidesWhatHeReadsHasOnlyReceivedForOthers() throws Exception {
    hiding.add(ada);
    writer.raise(adasSeat, 0, 5);
    assertThat(moved().watermarks()).containsExactly(new Watermark(ada, 5, 0));
    assertThat(moved().ownOnly()).isTrue();
    writer.raise(adasSeat, 0, 4);
    writer.raise(adasSeat, 0, 6);
    assertThat(moved().watermarks()).containsExactly(new Watermark(ada, 6, 0));
    assertThat(moved())
        .isEqualTo(new WatermarksMoved(chat, List.of(new Watermark(ada, 6, 6)), true));
  }

  @Test
  void whoHidesWhatHeReadsIsToldOnlyOfHimself() throws Exception {
    writer.raise(adasSeat, 0, 6);
    assertThat(moved().watermarks()).containsExactly(new Watermark(ada, 6, 6));
    assertThat(writer.of(chat, List.of(ada), bob)).containsExactly(new Watermark(ada, 6, 6));
    hiding.add(bob);
    writer.raise(new Seat(chat, bob), 0, 3);
    assertThat(moved().watermarks()).containsExactly(new Watermark(bob, 3, 0));
    assertThat(moved().watermarks()).containsExactly(new Watermark(bob, 3, 3));

    assertThat(writer.of(chat, List.of(ada), bob)).containsExactly(new Watermark(ada, 6, 0));
    assertThat(writer.of(List.of(chat), Set.of(), bob).get(chat))
        .containsExactlyInAnyOrder(new Watermark(ada, 6, 0), new Watermark(bob, 3, 3));
  }

  @Test
  void whoHasReadHasReceived() throws Exception {
    writer.raise(adasSeat, 0, 6);
    assertThat(moved().watermarks()).containsExactly(new Watermark(ada, 6, 6));
  }

  @Test
  void theEndOfTheConversationIsTheMost() throws Exception {
    writer.raise(adasSeat, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(moved().watermarks()).containsExactly(new Watermark(ada, HEAD, HEAD));
  }

  @Test
  void strangersAndNonsenseMoveNothing() throws Exception {
    writer.raise(new Seat(chat, conversations.person()), 5, 5);
    writer.raise(new Seat(ConversationId.next(), ada), 5, 5);
    writer.raise(adasSeat, -1, -1);
    writer.raise(new Seat(chat, bob), 1, 0);
    assertThat(moved())
        .isEqualTo(new WatermarksMoved(chat, List.of(new Watermark(bob, 1, 0)), false));
    assertThat(news).isEmpty();
    assertThat(marks()).hasSize(1);
  }

  @Test
  void stoppingWritesWhatWaits() throws Exception {
    writer.raise(adasSeat, 9, 9);
    assertThat(writer.stop(Duration.ofSeconds(30))).isTrue();
    assertThat(marks()).containsExactly(new Watermark(ada, 9, 9));
  }

  @Test
  void aDatabaseThatIsAwayIsAskedAgain() throws Exception {
    AtomicInteger failures = new AtomicInteger(1);
    PGSimpleDataSource real = (PGSimpleDataSource) journal.database();
    DataSource source =
        new PGSimpleDataSource() {
          private static final long serialVersionUID = 1L;

          @Override
          public Connection getConnection() throws SQLException {
            if (failures.getAndDecrement() > 0) {
              throw new SQLTransientConnectionException("away", "08001");
            }
            return real.getConnection();
          }
        };
    WatermarkWriter patient = writer(source);
    start(patient);
    patient.raise(adasSeat, 2, 0);
    assertThat(moved().watermarks()).containsExactly(new Watermark(ada, 2, 0));
    assertThat(patient.stop(Duration.ofSeconds(30))).isTrue();
  }
}
