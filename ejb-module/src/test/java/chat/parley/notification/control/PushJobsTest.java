package chat.parley.notification.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.conversation.ConversationId;
import chat.parley.jms.Destinations;
import chat.parley.journal.Attention;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.FreshEntry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.notification.ConversationNotifications;
import chat.parley.notification.NotificationLevel;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.Job;
import chat.parley.platform.Limits;
import chat.parley.platform.TestDatabase;
import chat.parley.platform.boundary.Outbox;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message costs the hot path, and which jobs it leaves. */
class PushJobsTest {

  private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

  private final DataSource database = TestDatabase.fresh();
  private final List<Job> jobs = new ArrayList<>();
  private final AtomicInteger statements = new AtomicInteger();
  private final AccountId alice = AccountId.next();
  private final AccountId bob = AccountId.next();
  private final ConversationId conversation = ConversationId.next();
  private final PushJobs push =
      new PushJobs(
          new Outbox() {
            @Override
            public void put(Connection connection, List<Job> written) {
              jobs.addAll(written);
            }
          });

  PushJobsTest() throws SQLException {
    for (AccountId account : List.of(alice, bob)) {
      run(
          "INSERT INTO account (id, username, created_at) VALUES (?, ?, now())",
          account.value(),
          "p" + account.toString().substring(24));
    }
    run(
        "INSERT INTO conversation (id, kind, type, created_at)"
            + " VALUES (?, 'SEALED', 'GROUP', now())",
        conversation.value());
    for (AccountId account : List.of(alice, bob)) {
      run(
          "INSERT INTO conversation_member (conversation, account, joined_seq) VALUES (?, ?, 1)",
          conversation.value(),
          account.value());
    }
  }

  private void run(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  private void canBeCalled(AccountId account) throws SQLException {
    DeviceId device = DeviceId.next();
    run(
        "INSERT INTO device (id, account_id, created_at) VALUES (?, ?, now())",
        device.value(),
        account.value());
    run(
        "INSERT INTO push_subscription"
            + " (device, account, since, endpoint, endpoint_hash, p256dh, auth) VALUES"
            + " (?, ?, now(), 'https://push.example.net', ?, ?, ?)",
        device.value(),
        account.value(),
        Arrays.copyOf(device.value().toString().getBytes(StandardCharsets.US_ASCII), 32),
        new byte[65],
        new byte[16]);
    push.reachableChanged();
  }

  private void follow(FreshEntry... entries) throws SQLException {
    try (Connection real = database.getConnection()) {
      InvocationHandler counting =
          (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
              statements.incrementAndGet();
            }
            return method.invoke(real, arguments);
          };
      push.follow(
          (Connection)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(), new Class<?>[] {Connection.class}, counting),
          List.of(entries));
    }
  }

  private void commit(FreshEntry entry) throws SQLException {
    follow(entry);
    push.committed(List.of(entry.entry()));
  }

  private FreshEntry message(long seq, AccountId by, Instant at, Attention attention) {
    StreamId stream = StreamId.conversation(conversation.value());
    NewEntry wish =
        new NewEntry(stream, "message", by, DeviceId.next(), Ids.next(), "x").calling(attention);
    return new FreshEntry(
        wish,
        new Entry(
            stream,
            seq,
            "message",
            at,
            by,
            wish.device(),
            wish.cid(),
            EntryHash.GENESIS,
            "x",
            null));
  }

  private FreshEntry message(long seq, Instant at) {
    return message(seq, alice, at, Attention.ALL);
  }

  @Test
  void whereNobodyCanBeCalledABatchCostsOneStatementAndThenNone() throws SQLException {
    canBeCalled(alice);
    follow(message(2, AT), message(3, AT));
    assertThat(statements).hasValue(1);
    follow(message(4, AT.plusSeconds(2)));
    assertThat(statements).hasValue(1);
    assertThat(jobs).isEmpty();
  }

  @Test
  void aMessageToSomebodyWhoCanBeCalledLeavesAJobForLater() throws SQLException {
    canBeCalled(bob);
    follow(message(2, AT));
    assertThat(jobs)
        .containsExactly(new PushJob.News(conversation, 2, AT, Set.of()).after(Limits.PUSH_DELAY));
  }

  @Test
  void messagesOfOneSecondAreOneJob() throws SQLException {
    canBeCalled(bob);
    commit(message(2, AT));
    commit(message(3, AT.plusMillis(999)));
    follow(message(4, AT.plusMillis(1_000)), message(5, AT.plusMillis(1_001)));
    assertThat(jobs).hasSize(2);
  }

  @Test
  void aJobThatWasNotCommittedIsWrittenAgain() throws SQLException {
    canBeCalled(bob);
    follow(message(2, AT));
    follow(message(2, AT));
    assertThat(jobs).hasSize(2);
  }

  @Test
  void whoIsNamedGetsAJobOfHisOwn() throws SQLException {
    canBeCalled(bob);
    commit(message(2, AT));
    commit(message(3, alice, AT, Attention.mentioning(Set.of(bob))));
    assertThat(jobs)
        .last()
        .isEqualTo(new PushJob.News(conversation, 3, AT, Set.of(bob)).after(Limits.PUSH_DELAY));
  }

  @Test
  void whatConcernsNobodyIsNotedWhereSomebodyCanBeCalled() throws SQLException {
    follow(message(2, alice, AT, Attention.NONE));
    assertThat(number("SELECT count(*) FROM notification_quiet")).isZero();

    canBeCalled(bob);
    follow(message(3, alice, AT, Attention.NONE));
    follow(message(4, bob, AT, Attention.NONE));
    assertThat(number("SELECT sum(seq) FROM notification_quiet")).isEqualTo(7);
    assertThat(jobs).isEmpty();
  }

  @Test
  void whoHasLeftIsNobodyToCall() throws SQLException {
    canBeCalled(bob);
    run("UPDATE conversation_member SET left_seq = 2 WHERE account = ?", bob.value());
    push.reachableChanged();
    follow(message(3, AT));
    assertThat(jobs).isEmpty();
  }

  @Test
  void manyWhoCanBeCalledAreAskedForOnce() throws SQLException {
    canBeCalled(alice);
    canBeCalled(bob);
    follow(message(2, alice, AT, Attention.ALL));
    follow(message(3, bob, AT.plusSeconds(2), Attention.ALL));
    assertThat(statements).hasValue(1);
    assertThat(jobs).hasSize(2);
  }

  @Test
  void candidatesAreThoseWhoAreMembersNowAndCanBeCalled() throws SQLException {
    NotificationTables tables = new NotificationTables(database);
    canBeCalled(bob);
    assertThat(tables.candidates(conversation))
        .containsExactly(new Calls.Candidate(bob, 1, ConversationNotifications.DEFAULT, 0));

    ConversationNotifications wish = new ConversationNotifications(NotificationLevel.MENTIONS, AT);
    assertThat(tables.save(conversation, bob, wish)).isTrue();
    assertThat(tables.save(conversation, bob, wish)).isFalse();
    assertThat(tables.claim(conversation, Map.of(bob, 5L))).containsExactly(Map.entry(bob, 5L));
    assertThat(tables.claim(conversation, Map.of(bob, 5L))).isEmpty();
    assertThat(tables.candidates(conversation))
        .containsExactly(new Calls.Candidate(bob, 1, wish, 5));

    run("UPDATE conversation_member SET left_seq = 6 WHERE account = ?", bob.value());
    assertThat(tables.candidates(conversation)).isEmpty();
  }

  @Test
  void quietMessagesAreKnownUntilTheyAreOld() throws SQLException {
    NotificationTables tables = new NotificationTables(database);
    canBeCalled(bob);
    follow(
        message(3, alice, AT, Attention.NONE),
        message(4, alice, AT.plusSeconds(1), Attention.NONE));
    assertThat(tables.quiet(conversation, 3, AT)).containsExactlyInAnyOrder(3L, 4L);
    assertThat(tables.quiet(conversation, 4, AT.plusSeconds(1))).containsExactly(4L);
    assertThat(tables.quiet(conversation, 1, AT)).containsExactly(4L);
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 0"})
  void whatOtherWritersAppendLeavesTheSameJob(boolean callable, int expected) throws Exception {
    if (callable) {
      canBeCalled(bob);
    } else {
      canBeCalled(alice);
    }
    run(
        "INSERT INTO journal_stream (kind, owner, sealed, head_hash) VALUES ('c', ?, true, ?)",
        conversation.value(),
        new byte[32]);
    run("SELECT parley_send(?, ?, 'hello')", conversation.value(), alice.value());
    assertThat(number("SELECT count(*) FROM outbox")).isEqualTo(expected);
    if (callable) {
      OutboxRow row = outbox();
      PushJob.News job = (PushJob.News) PushJob.parse(row.body());
      assertThat(job.conversation()).isEqualTo(conversation);
      assertThat(job.seq()).isEqualTo(1);
      assertThat(job.mentioned()).isEmpty();
      assertThat(row.due()).isEqualTo(job.at().plus(Limits.PUSH_DELAY));
      assertThat(row.queue()).isEqualTo(Destinations.PUSH);
    }
  }

  private record OutboxRow(Instant due, String queue, String body) {}

  private OutboxRow outbox() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT due, queue, body FROM outbox")) {
      row.next();
      return new OutboxRow(row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3));
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
