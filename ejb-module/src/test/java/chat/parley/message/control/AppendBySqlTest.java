package chat.parley.message.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.conversation.ChangeGroup;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.GroupSettingsChange;
import chat.parley.conversation.Permitted;
import chat.parley.conversation.control.TestConversations;
import chat.parley.journal.Entry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.StreamsGrown;
import chat.parley.journal.control.GroupCommit;
import chat.parley.journal.control.OtherWriters;
import chat.parley.journal.control.TestJournal;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.sealing.control.TestSealers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain SQL function writes to the log exactly as the writer does. */
class AppendBySqlTest {

  private final TestJournal journal = new TestJournal();
  private final TestConversations conversations = new TestConversations(journal);
  private final AccountId ada = conversations.person();
  private final AccountId bob = conversations.person();
  private final UUID chat = conversations.open(ada, bob).conversation().id().value();
  private final StreamId stream = StreamId.conversation(chat);

  @AfterEach
  void stop() throws InterruptedException {
    conversations.close();
    journal.close();
  }

  /** What the function answers. */
  private record Answer(long seq, boolean duplicate) {}

  private Answer append(
      @Nullable AccountId account, String body, @Nullable UUID writer, @Nullable UUID key)
      throws SQLException {
    return call("parley_append", chat, account, body, writer, key);
  }

  private Answer call(
      String function,
      UUID conversation,
      @Nullable AccountId account,
      @Nullable String text,
      @Nullable UUID writer,
      @Nullable UUID key)
      throws SQLException {
    try (Connection connection = journal.database().getConnection();
        PreparedStatement call =
            connection.prepareStatement(
                "SELECT seq, duplicate FROM " + function + "(?, ?, ?, ?, ?)")) {
      call.setObject(1, conversation);
      call.setObject(2, account == null ? null : account.value());
      call.setString(3, text);
      call.setObject(4, writer);
      call.setObject(5, key);
      try (ResultSet row = call.executeQuery()) {
        row.next();
        return new Answer(row.getLong(1), row.getBoolean(2));
      }
    }
  }

  private String refusal(
      UUID conversation,
      @Nullable AccountId account,
      @Nullable String body,
      @Nullable UUID writer,
      @Nullable UUID key) {
    return catchThrowableOfType(
            SQLException.class,
            () -> call("parley_append", conversation, account, body, writer, key))
        .getSQLState();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "{\"type\":\"text\"}", "äöü ❤ 👩‍👩‍👧 \" \\ \n", "' OR 1=1 --"})
  void theChainGoesOnUnbrokenBetweenSqlAndTheWriter(String body) throws SQLException {
    GroupCommit node = journal.node();
    append(ada, body, null, null);
    TestJournal.append(
        node, new NewEntry(stream, "message", bob, DeviceId.next(), Ids.next(), "by the writer"));
    append(null, body + body, null, null);

    List<Entry> entries = journal.verified(stream);
    assertThat(entries).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L);
    assertThat(entries.get(1).body()).isEqualTo(body);
    assertThat(entries.get(1).by()).isEqualTo(ada);
    assertThat(entries.get(1).kind()).isEqualTo("message");
    assertThat(entries.get(3).by()).isNull();
    assertThat(entries.get(3).body()).isEqualTo(body + body);
  }

  @Test
  void aRepeatIsAnsweredWithTheFirstEntry() throws SQLException {
    UUID writer = Ids.next();
    UUID key = Ids.next();

    Answer first = append(ada, "once", writer, key);
    Answer again = append(ada, "once", writer, key);
    Answer other = append(ada, "another", writer, Ids.next());

    assertThat(first.duplicate()).isFalse();
    assertThat(again).isEqualTo(new Answer(first.seq(), true));
    assertThat(other).isEqualTo(new Answer(first.seq() + 1, false));
    assertThat(journal.verified(stream)).hasSize(3);
  }

  @Test
  void whatMayNotBeIsRefusedAndLeavesNothing() throws SQLException {
    UUID writer = Ids.next();
    UUID key = Ids.next();
    UUID device = device(bob);

    assertThat(refusal(Ids.next(), ada, "x", null, null)).isEqualTo("P0002");
    assertThat(refusal(chat, conversations.person(), "x", null, null)).isEqualTo("42501");
    assertThat(refusal(chat, AccountId.next(), "x", null, null)).isEqualTo("42501");
    assertThat(refusal(chat, ada, "", null, null)).isEqualTo("23514");
    assertThat(refusal(chat, ada, null, null, null)).isEqualTo("23514");
    assertThat(refusal(chat, ada, "x".repeat(65_537), null, null)).isEqualTo("23514");
    assertThat(refusal(chat, ada, "x", writer, null)).isEqualTo("22023");
    assertThat(refusal(chat, ada, "x", null, key)).isEqualTo("22023");
    assertThat(refusal(chat, ada, "x", device, key)).isEqualTo("22023");
    assertThat(journal.verified(stream)).hasSize(1);
    assertThat(number("SELECT count(*) FROM journal_adoption")).isZero();
  }

  @Test
  void inAGroupItsRulesCount() throws SQLException {
    AccountId cyd = conversations.person();
    ConversationId group = conversations.group(ada, bob, cyd);
    UUID id = group.value();
    assertThat(call("parley_append", id, bob, "x", null, null).seq()).isEqualTo(2);

    conversations.groups(
        changes -> {
          changes.change(
              ada,
              group,
              new ChangeGroup(
                  null,
                  null,
                  new GroupSettingsChange(Permitted.ADMINS, null, null, null, null, null)));
          return group;
        });
    assertThat(refusal(id, bob, "x", null, null)).isEqualTo("42501");
    assertThat(call("parley_append", id, ada, "x", null, null).seq()).isEqualTo(4);
    assertThat(call("parley_append", id, null, "x", null, null).seq()).isEqualTo(5);

    conversations.groups(
        changes -> {
          changes.setRole(ada, group, bob, GroupRole.ADMIN);
          changes.remove(ada, group, bob);
          return group;
        });
    assertThat(refusal(id, bob, "x", null, null)).isEqualTo("42501");

    conversations.groups(
        changes -> {
          changes.delete(ada, group);
          return group;
        });
    assertThat(refusal(id, ada, "x", null, null)).isEqualTo("P0002");
    assertThat(refusal(id, null, "x", null, null)).isEqualTo("P0002");
    assertThat(journal.verified(StreamId.conversation(id))).hasSize(8);
  }

  @Test
  void aTextIsWrittenAsClientsWriteIt() throws SQLException {
    call("parley_send", chat, ada, "say \"hi\"\n❤", null, null);
    call("parley_send", chat, ada, "say \"hi\"\n❤", null, null);

    List<Entry> entries = journal.verified(stream);
    assertThat(entries.get(1).body())
        .matches(
            "\\{\"type\" : \"text\", \"text\" : \"say \\\\\"hi\\\\\"\\\\n❤\","
                + " \"salt\" : \"[A-Za-z0-9_-]{22}\"}");
    assertThat(entries.get(1).body()).isNotEqualTo(entries.get(2).body());
    assertThat(
            catchThrowableOfType(
                    SQLException.class, () -> call("parley_send", chat, ada, " \n", null, null))
                .getSQLState())
        .isEqualTo("23514");
  }

  @Test
  void whatIsTakenBackLeavesNoGap() throws SQLException {
    try (Connection connection = journal.database().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT parley_append('" + chat + "', NULL, 'taken back')");
      connection.rollback();
    }
    append(null, "kept", null, null);

    assertThat(journal.verified(stream)).extracting(Entry::body).contains("kept").hasSize(2);
  }

  @Test
  void manyWritersOfBothKindsLeaveNoGapAndUseNoNumberTwice() throws Exception {
    List<GroupCommit> nodes = List.of(journal.node(), journal.node());
    List<CompletableFuture<List<Long>>> writers = new ArrayList<>();
    for (int w = 0; w < 4; w++) {
      writers.add(CompletableFuture.supplyAsync(this::fiftyBySql));
    }
    for (GroupCommit node : nodes) {
      writers.add(CompletableFuture.supplyAsync(() -> fiftyByTheWriter(node)));
    }
    Set<Long> seqs = new HashSet<>();
    for (CompletableFuture<List<Long>> writer : writers) {
      seqs.addAll(writer.get(60, TimeUnit.SECONDS));
    }

    assertThat(seqs).hasSize(300);
    assertThat(journal.verified(stream)).hasSize(301);
  }

  private List<Long> fiftyBySql() {
    List<Long> seqs = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        seqs.add(append(ada, "by SQL " + i, null, null).seq());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return seqs;
  }

  private List<Long> fiftyByTheWriter(GroupCommit node) {
    List<Long> seqs = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      NewEntry entry =
          new NewEntry(stream, "message", bob, DeviceId.next(), Ids.next(), "by Java " + i);
      seqs.add(TestJournal.append(node, entry).entry().seq());
    }
    return seqs;
  }

  @Test
  void theNewsIsHeardAndTheBodiesAreSealed() throws Exception {
    String secret = "nobody must read this in the table";
    append(ada, secret + " 1", null, null);
    assertThat(open()).isOne();
    BlockingQueue<StreamsGrown> news = new LinkedBlockingQueue<>();
    OtherWriters others =
        new OtherWriters(journal.database(), TestSealers.over(journal.database()), news::add);
    CompletableFuture<Void> thread = CompletableFuture.runAsync(others);
    try {
      // The listener is there when what lay there before is adopted.
      awaitSealed();
      append(ada, secret + " 2", null, null);
      StreamsGrown heard = news.poll(30, TimeUnit.SECONDS);
      assertThat(heard).isEqualTo(new StreamsGrown(Set.of(stream)));
      awaitSealed();
    } finally {
      others.stop();
      thread.get(30, TimeUnit.SECONDS);
    }

    assertThat(journal.verified(stream))
        .extracting(Entry::body)
        .endsWith(secret + " 1", secret + " 2");
    assertThat(number("SELECT count(*) FROM journal_adoption")).isZero();
    assertThat(
            number(
                "SELECT count(*) FROM journal_entry WHERE position('"
                    + "nobody must"
                    + "'::bytea IN body) > 0"))
        .isZero();
  }

  @Test
  void whatWasErasedStaysErased() throws Exception {
    append(ada, "secret", null, null);
    execute("UPDATE journal_entry SET body = NULL WHERE seq = 2");
    OtherWriters others =
        new OtherWriters(journal.database(), TestSealers.over(journal.database()), heard -> {});
    CompletableFuture<Void> thread = CompletableFuture.runAsync(others);
    while (number("SELECT count(*) FROM journal_adoption") > 0) {
      Thread.onSpinWait();
    }
    others.stop();
    thread.get(30, TimeUnit.SECONDS);

    assertThat(number("SELECT count(*) FROM journal_entry WHERE seq = 2 AND body IS NULL")).isOne();
  }

  @Test
  void nobodyMayCallItUntilTheOperatorSaysSo() throws SQLException {
    execute("CREATE ROLE writer_of_test");
    try {
      for (String function : List.of("parley_append", "parley_send")) {
        String signature = function + "(uuid,uuid,text,uuid,uuid)";
        String may =
            "SELECT has_function_privilege('writer_of_test', '" + signature + "', 'EXECUTE')::int";
        assertThat(number(may)).isZero();
        execute("GRANT EXECUTE ON FUNCTION " + signature + " TO writer_of_test");
      }
      try (Connection connection = journal.database().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("SET ROLE writer_of_test");
        statement.execute("SELECT parley_send('" + chat + "', NULL, 'A notice.')");
        for (String table : List.of("journal_entry", "account", "conversation_member")) {
          assertThat(
                  catchThrowableOfType(
                          SQLException.class,
                          () -> statement.execute("SELECT * FROM " + table + " LIMIT 1"))
                      .getSQLState())
              .isEqualTo("42501");
        }
      }
      assertThat(journal.verified(stream)).hasSize(2);
    } finally {
      execute("DROP OWNED BY writer_of_test");
      execute("DROP ROLE writer_of_test");
    }
  }

  private void awaitSealed() throws SQLException {
    while (open() > 0) {
      Thread.onSpinWait();
    }
  }

  private long open() throws SQLException {
    return number("SELECT count(*) FROM journal_entry WHERE stream_kind = 'c' AND NOT sealed");
  }

  private UUID device(AccountId owner) throws SQLException {
    UUID device = Ids.next();
    execute(
        "INSERT INTO device (id, account_id, created_at) VALUES ('%s', '%s', now())"
            .formatted(device, owner));
    return device;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = journal.database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = journal.database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
