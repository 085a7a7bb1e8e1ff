package chat.parley.journal.control;

import static chat.parley.journal.control.TestJournal.append;
import static chat.parley.journal.control.TestJournal.message;
import static chat.parley.journal.control.TestJournal.newsList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.journal.AppendGuard;
import chat.parley.journal.Appended;
import chat.parley.journal.EntriesAppended;
import chat.parley.journal.Entry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.ParleyException;
import chat.parley.platform.Retry;
import chat.parley.platform.Unavailable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class GroupCommitTest {

  private final TestJournal journal = new TestJournal();
  private final ExecutorService people = Executors.newCachedThreadPool();

  @AfterEach
  void stop() throws InterruptedException {
    people.shutdownNow();
    journal.close();
  }

  @Test
  void manyWritersOnTwoNodesLeaveNoGapAndAReaderLosesNothing() throws Exception {
    GroupCommit one = journal.node();
    GroupCommit two = journal.node();
    List<StreamId> streams =
        List.of(
            journal.conversation(true),
            journal.conversation(false),
            journal.conversation(true),
            StreamId.user(Ids.next()));
    int writers = 8;
    int each = 200;
    AtomicInteger left = new AtomicInteger(writers);
    // Follows one stream by its cursor while it is written, as a client does.
    Future<List<Entry>> reader =
        people.submit(
            () -> {
              List<Entry> seen = new ArrayList<>();
              boolean last;
              do {
                last = left.get() == 0;
                seen.addAll(journal.log().after(streams.get(0), seen.size(), 1_000));
              } while (!last);
              return seen;
            });
    List<Future<?>> work = new ArrayList<>();
    for (int w = 0; w < writers; w++) {
      GroupCommit node = w % 2 == 0 ? one : two;
      int writer = w;
      work.add(
          people.submit(
              () -> {
                List<CompletableFuture<Appended>> answers = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                  StreamId stream = streams.get((i + writer) % streams.size());
                  answers.add(
                      node.append(message(stream, "m" + writer + "-" + i), AppendGuard.NONE)
                          .toCompletableFuture());
                }
                answers.forEach(CompletableFuture::join);
                left.decrementAndGet();
              }));
    }
    for (Future<?> done : work) {
      done.get();
    }

    Set<String> bodies = new HashSet<>();
    for (StreamId stream : streams) {
      journal.verified(stream).forEach(entry -> bodies.add(String.valueOf(entry.body())));
    }
    assertThat(bodies).hasSize(writers * each);
    assertThat(reader.get()).isEqualTo(journal.verified(streams.get(0)));
  }

  @Test
  void oneSendersMessagesStayInTheirOrder() {
    GroupCommit node = journal.node();
    StreamId stream = journal.conversation(true);
    List<CompletableFuture<Appended>> answers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      answers.add(node.append(message(stream, "m" + i), AppendGuard.NONE).toCompletableFuture());
    }
    for (int i = 0; i < 500; i++) {
      assertThat(answers.get(i).join().entry().seq()).isEqualTo(i + 1);
    }
  }

  @Test
  void sameCidIsAnsweredWithTheFirstSequence() {
    GroupCommit node = journal.node();
    StreamId stream = journal.conversation(true);
    DeviceId device = DeviceId.next();
    UUID cid = Ids.next();
    Appended first = append(node, message(stream, device, cid, "hello"));
    append(node, message(stream, "another"));
    Appended again = append(journal.node(), message(stream, device, cid, "hello again"));

    assertThat(first.duplicate()).isFalse();
    assertThat(again.duplicate()).isTrue();
    assertThat(again.entry()).isEqualTo(first.entry());
    assertThat(journal.verified(stream)).hasSize(2);
  }

  @Test
  void sameCidInOneBatchIsOneEntry() {
    List<EntriesAppended> news = newsList();
    GroupCommit node = journal.idle(journal.database(), news::add);
    StreamId stream = journal.conversation(false);
    NewEntry entry = message(stream, "hello");
    CompletableFuture<Appended> first = node.append(entry, AppendGuard.NONE).toCompletableFuture();
    CompletableFuture<Appended> again = node.append(entry, AppendGuard.NONE).toCompletableFuture();
    journal.start(node);

    assertThat(again.join()).isEqualTo(new Appended(first.join().entry(), true));
    assertThat(journal.verified(stream)).hasSize(1);
  }

  @Test
  void sameCidOnTwoNodesAtOnceIsOneEntry() throws Exception {
    GroupCommit one = journal.node();
    GroupCommit two = journal.node();
    StreamId stream = journal.conversation(true);
    StreamId elsewhere = journal.conversation(true);
    for (int round = 0; round < 50; round++) {
      DeviceId device = DeviceId.next();
      UUID cid = Ids.next();
      StreamId second = round % 2 == 0 ? stream : elsewhere;
      CyclicBarrier together = new CyclicBarrier(2);
      Future<Appended> here =
          people.submit(
              () -> {
                together.await();
                return append(one, message(stream, device, cid, "hello"));
              });
      Future<Appended> there =
          people.submit(
              () -> {
                together.await();
                return append(two, message(second, device, cid, "hello"));
              });
      assertThat(here.get().entry()).isEqualTo(there.get().entry());
      assertThat(here.get().duplicate()).isNotEqualTo(there.get().duplicate());
    }
    assertThat(journal.verified(stream).size() + journal.verified(elsewhere).size()).isEqualTo(50);
  }

  @Test
  void aRefusedEntryBurnsNoSequence() {
    GroupCommit node = journal.idle(journal.database(), news -> {});
    StreamId stream = journal.conversation(true);
    AppendGuard noEvil =
        (connection, entries) -> {
          Map<NewEntry, ParleyException> refusals = new java.util.HashMap<>();
          for (NewEntry entry : entries) {
            if (entry.body().equals("evil")) {
              refusals.put(entry, new NotFound());
            }
          }
          return refusals;
        };
    CompletableFuture<Appended> first =
        node.append(message(stream, "one"), noEvil).toCompletableFuture();
    CompletableFuture<Appended> evil =
        node.append(message(stream, "evil"), noEvil).toCompletableFuture();
    CompletableFuture<Appended> second =
        node.append(message(stream, "two"), noEvil).toCompletableFuture();
    journal.start(node);

    assertThat(first.join().entry().seq()).isEqualTo(1);
    assertThat(second.join().entry().seq()).isEqualTo(2);
    assertThatThrownBy(evil::join).hasCauseInstanceOf(NotFound.class);
    assertThat(journal.verified(stream)).hasSize(2);
  }

  @Test
  void onePoisonedEntryDoesNotFailItsNeighbours() {
    GroupCommit node = journal.idle(journal.database(), news -> {});
    StreamId stream = journal.conversation(true);
    AppendGuard breaks =
        (connection, entries) -> {
          if (entries.stream().anyMatch(entry -> entry.body().equals("poison"))) {
            throw new IllegalStateException("boom");
          }
          return Map.of();
        };
    List<CompletableFuture<Appended>> answers = new ArrayList<>();
    for (String body : List.of("a", "b", "poison", "c", "d", "e", "f")) {
      answers.add(node.append(message(stream, body), breaks).toCompletableFuture());
    }
    journal.start(node);

    assertThatThrownBy(answers.get(2)::join).hasRootCauseMessage("boom");
    // The poison may be answered before its later neighbours are written.
    assertThat(answers.get(6).join().entry().seq()).isEqualTo(6);
    assertThat(journal.verified(stream).stream().map(Entry::body))
        .containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void evenAnErrorIsAnsweredAndTheWriterGoesOn() {
    GroupCommit node = journal.node();
    StreamId stream = journal.conversation(true);
    AppendGuard fails =
        (connection, entries) -> {
          throw new StackOverflowError("deep");
        };
    assertThatThrownBy(() -> append(node, message(stream, "x"), fails))
        .isInstanceOf(Unavailable.class)
        .hasRootCauseMessage("deep");
    assertThat(append(node, message(stream, "y")).entry().seq()).isEqualTo(1);
  }

  @Test
  void aConversationMustBeOpenedAndAUsersStreamBeginsByItself() {
    GroupCommit node = journal.node();
    assertThatThrownBy(() -> append(node, message(StreamId.conversation(Ids.next()), "x")))
        .isInstanceOf(NotFound.class);
    StreamId user = StreamId.user(Ids.next());
    append(node, new NewEntry(user, "conversation.opened", null, null, null, "{}"));
    assertThat(journal.verified(user)).hasSize(1);
  }

  @Test
  void newsIsToldOnceWithWhatIsCommittedAndNew() {
    List<EntriesAppended> news = newsList();
    List<Integer> visible = new java.util.concurrent.CopyOnWriteArrayList<>();
    StreamId stream = journal.conversation(true);
    GroupCommit node =
        journal.node(
            journal.database(),
            told -> {
              visible.add(journal.verified(stream).size());
              news.add(told);
            });
    NewEntry entry = message(stream, "hello");
    Entry first = append(node, entry).entry();
    append(node, entry);
    Entry second = append(node, message(stream, "two")).entry();
    append(node, entry);

    assertThat(news)
        .containsExactly(new EntriesAppended(List.of(first)), new EntriesAppended(List.of(second)));
    assertThat(visible).containsExactly(1, 2);
  }

  @Test
  void anObserverThatFailsDoesNotStopTheWriter() {
    GroupCommit node =
        journal.node(
            journal.database(),
            told -> {
              throw new IllegalStateException("observer");
            });
    StreamId stream = journal.conversation(true);
    append(node, message(stream, "one"));
    append(node, message(stream, "two"));
    assertThat(journal.verified(stream)).hasSize(2);
  }

  @Test
  void aConnectionThatDiedBetweenBatchesIsReplaced() throws Exception {
    GroupCommit node = journal.node();
    StreamId stream = journal.conversation(true);
    append(node, message(stream, "before"));
    killOtherConnections();
    append(node, message(stream, "after"));
    assertThat(journal.verified(stream)).hasSize(2);
  }

  @Test
  void aConnectionThatDiesMidwayLosesAndDoublesNothing() {
    GroupCommit node = journal.node();
    StreamId stream = journal.conversation(true);
    append(node, message(stream, "before"));
    AtomicBoolean killed = new AtomicBoolean();
    AppendGuard killer =
        (connection, entries) -> {
          if (killed.compareAndSet(false, true)) {
            killOtherConnections();
          }
          return Map.of();
        };
    assertThat(append(node, message(stream, "during"), killer).entry().seq()).isEqualTo(2);
    assertThat(journal.verified(stream)).hasSize(2);
  }

  @Test
  void whileTheDatabaseIsAwaySendersAreToldToSendAgainAndThenItGoesOn() {
    AtomicBoolean away = new AtomicBoolean(true);
    PGSimpleDataSource real = (PGSimpleDataSource) journal.database();
    PGSimpleDataSource source =
        new PGSimpleDataSource() {
          private static final long serialVersionUID = 1L;

          @Override
          public Connection getConnection() throws SQLException {
            if (away.get()) {
              throw new SQLTransientConnectionException("away", "08001");
            }
            return real.getConnection();
          }
        };
    GroupCommit node =
        new GroupCommit(
            source,
            chat.parley.sealing.control.TestSealers.over(real),
            java.time.Clock.systemUTC(),
            told -> {});
    journal.start(node);
    StreamId stream = journal.conversation(true);
    NewEntry entry = message(stream, "hello");
    assertThatThrownBy(() -> append(node, entry))
        .isInstanceOfSatisfying(
            Unavailable.class, refusal -> assertThat(refusal.type().retry()).isEqualTo(Retry.SAME));
    away.set(false);
    assertThat(append(node, entry)).matches(appended -> !appended.duplicate());
  }

  @Test
  void itIsWritingFromItsStartToItsStop() throws Exception {
    GroupCommit node = journal.idle(journal.database(), told -> {});
    assertThat(node.isWriting()).isFalse();

    journal.start(node);
    await().until(node::isWriting);

    node.stop(Duration.ofSeconds(30));
    assertThat(node.isWriting()).isFalse();
  }

  @Test
  void aLogThatRefusesIsNoticedAndTriedAgainWhileNobodySends() {
    AtomicBoolean readOnly = new AtomicBoolean(true);
    AtomicInteger refused = new AtomicInteger();
    PGSimpleDataSource real = (PGSimpleDataSource) journal.database();
    PGSimpleDataSource source =
        new PGSimpleDataSource() {
          private static final long serialVersionUID = 1L;

          @Override
          public Connection getConnection() throws SQLException {
            Connection connection = real.getConnection();
            if (readOnly.get()) {
              refused.incrementAndGet();
              connection.setReadOnly(true);
            }
            return connection;
          }
        };
    GroupCommit node = journal.idle(source, told -> {});
    journal.start(node);
    StreamId stream = journal.conversation(true);
    assertThatThrownBy(() -> append(node, message(stream, "hello")))
        .isInstanceOf(Unavailable.class);
    assertThat(node.isWriting()).isFalse();
    int atFirst = refused.get();
    await().until(() -> refused.get() > atFirst + 1);
    assertThat(node.isWriting()).isFalse();

    readOnly.set(false);

    await().until(node::isWriting);
    assertThat(append(node, message(stream, "hello")).entry().seq()).isEqualTo(1);
  }

  @Test
  void oneStuckTransactionDoesNotStopOtherConversations() throws Exception {
    GroupCommit node = journal.idle(journal.database(), news -> {});
    StreamId stuck = journal.conversation(true);
    StreamId free = journal.conversation(true);
    try (Connection other = journal.database().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "SELECT * FROM journal_stream WHERE owner = '" + stuck.owner() + "' FOR UPDATE");
      CompletableFuture<Appended> waits =
          node.append(message(stuck, "x"), AppendGuard.NONE).toCompletableFuture();
      CompletableFuture<Appended> goes =
          node.append(message(free, "y"), AppendGuard.NONE).toCompletableFuture();
      journal.start(node);
      assertThat(goes.join().entry().seq()).isEqualTo(1);
      assertThatThrownBy(waits::join).hasCauseInstanceOf(Unavailable.class);
      other.rollback();
    }
    assertThat(append(node, message(stuck, "z")).entry().seq()).isEqualTo(1);
  }

  @Test
  void aFullQueueRefusesAndNamesATime() {
    GroupCommit node = journal.idle(journal.database(), news -> {});
    StreamId stream = StreamId.user(Ids.next());
    NewEntry entry = new NewEntry(stream, "note", AccountId.next(), null, null, "x");
    CompletableFuture<Appended> last = new CompletableFuture<>();
    for (int i = 0; i <= Limits.WAITING_ENTRIES; i++) {
      last = node.append(entry, AppendGuard.NONE).toCompletableFuture();
    }
    assertThatThrownBy(last::join)
        .cause()
        .isInstanceOfSatisfying(
            Unavailable.class,
            refusal -> {
              assertThat(refusal.type().retry()).isEqualTo(Retry.AFTER);
              assertThat(refusal.members()).containsEntry("afterMs", 1000L);
            });
  }

  @Test
  void largeBodiesAreBoundedByTheirBytes() {
    GroupCommit node = journal.idle(journal.database(), news -> {});
    String body = "x".repeat(Limits.MESSAGE_BODY_BYTES);
    StreamId stream = StreamId.user(Ids.next());
    int refused = 0;
    for (int i = 0; i < 2 * (Limits.WAITING_BYTES / Limits.MESSAGE_BODY_BYTES); i++) {
      NewEntry entry = new NewEntry(stream, "note", null, null, null, body);
      if (node.append(entry, AppendGuard.NONE).toCompletableFuture().isCompletedExceptionally()) {
        refused++;
      }
    }
    assertThat(refused).isEqualTo(Limits.WAITING_BYTES / Limits.MESSAGE_BODY_BYTES);
  }

  @Test
  void stoppingWritesWhatWaitsAndRefusesWhatComesLater() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch reached = new CountDownLatch(1);
    GroupCommit node = journal.node();
    StreamId stream = journal.conversation(true);
    CompletableFuture<Appended> first =
        node.append(
                message(stream, "one"),
                (connection, entries) -> {
                  reached.countDown();
                  awaitQuietly(held);
                  return Map.of();
                })
            .toCompletableFuture();
    reached.await();
    CompletableFuture<Appended> waits =
        node.append(message(stream, "two"), AppendGuard.NONE).toCompletableFuture();
    Future<Boolean> stopped = people.submit(() -> node.stop(Duration.ofSeconds(30)));
    held.countDown();

    assertThat(stopped.get()).isTrue();
    assertThat(first.join().entry().seq()).isEqualTo(1);
    assertThat(waits.join().entry().seq()).isEqualTo(2);
    assertThatThrownBy(() -> append(node, message(stream, "three")))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void aSealedBodyIsNowhereInTheTableAndDoesNotOpenElsewhere() throws Exception {
    GroupCommit node = journal.node();
    StreamId sealed = journal.conversation(true);
    StreamId open = journal.conversation(false);
    append(node, message(sealed, "attack at dawn"));
    append(node, message(sealed, "attack at noon"));
    append(node, message(open, "in the clear"));
    try (Connection connection = journal.database().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT count(*) FILTER (WHERE position('attack'::bytea IN body) > 0),"
                  + " count(*) FILTER (WHERE position('clear'::bytea IN body) > 0)"
                  + " FROM journal_entry")) {
        row.next();
        assertThat(row.getInt(1)).isZero();
        assertThat(row.getInt(2)).isEqualTo(1);
      }
      assertThat(journal.verified(sealed).get(1).body()).isEqualTo("attack at noon");
      statement.executeUpdate(
          "UPDATE journal_entry SET body = (SELECT body FROM journal_entry WHERE seq = 2)"
              + " WHERE seq = 1 AND stream_owner = '"
              + sealed.owner()
              + "'");
    }
    assertThatThrownBy(() -> journal.verified(sealed))
        .isInstanceOf(chat.parley.sealing.SealBroken.class);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void killOtherConnections() {
    try (Connection connection = journal.database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
