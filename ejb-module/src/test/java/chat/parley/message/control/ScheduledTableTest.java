package chat.parley.message.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.control.TestConversations;
import chat.parley.journal.Attention;
import chat.parley.journal.control.SharedConnection;
import chat.parley.journal.control.TestJournal;
import chat.parley.message.ScheduledMessage;
import chat.parley.message.ScheduledMessageId;
import chat.parley.message.SendMessage;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.sealing.PersonalSealer;
import chat.parley.sealing.control.TestSealers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduledTableTest {

  private final TestJournal journal = new TestJournal();
  private final TestConversations conversations = new TestConversations(journal);
  private final PersonalSealer sealer = TestSealers.personal(journal.database());
  private final AccountId ada = conversations.person();
  private final AccountId bob = conversations.person();
  private final ConversationId chat = conversations.open(ada, bob).conversation().id();
  private final ScheduledTable table = new ScheduledTable(journal.database(), sealer);
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @AfterEach
  void stop() throws InterruptedException {
    conversations.close();
    journal.close();
  }

  @Test
  void aMessageIsReadAsItWasWrittenAndSealedAtRest() throws SQLException {
    ScheduledMessage plain = scheduled(now, "secret", null, Attention.NONE);
    ScheduledMessage rich =
        scheduled(
            now.plusSeconds(9), "secret", Duration.ofHours(1), Attention.mentioning(Set.of(bob)));
    table.insert(rich);
    table.insert(plain);

    assertThat(table.of(ada, chat)).containsExactly(plain, rich);
    assertThat(table.find(rich.message().device(), rich.message().cid())).contains(rich);
    assertThat(table.find(rich.message().device(), Ids.next())).isEmpty();
    assertThat(table.of(bob, chat)).isEmpty();
    assertThat(table.count(ada)).isEqualTo(2);
    assertThat(count("SELECT count(*) FROM message_scheduled WHERE position('secret' IN body) > 0"))
        .isZero();
  }

  @Test
  void onlyTheAuthorTakesAMessageBack() {
    ScheduledMessage scheduled = scheduled(now, "x", null, Attention.ALL);
    table.insert(scheduled);

    assertThat(table.delete(bob, chat, scheduled.id())).isFalse();
    assertThat(table.delete(ada, ConversationId.next(), scheduled.id())).isFalse();
    assertThat(table.delete(ada, chat, scheduled.id())).isTrue();
    assertThat(table.delete(ada, chat, scheduled.id())).isFalse();
  }

  @Test
  void whatIsDueIsTakenInTheOrderOfItsTimeAndNothingEarly() {
    ScheduledMessage second = scheduled(now.minusSeconds(1), "second", null, Attention.ALL);
    ScheduledMessage first = scheduled(now.minusSeconds(2), "first", null, Attention.ALL);
    ScheduledMessage later = scheduled(now.plusSeconds(3_600), "later", null, Attention.ALL);
    for (ScheduledMessage each : new ScheduledMessage[] {second, first, later}) {
      table.insert(each);
    }
    // An instance whose clock is ahead waits for the clock of the database.
    Instant ahead = now.plusSeconds(7_200);

    assertThat(table.takeDue(ahead).map(ScheduledTable.Due::message)).contains(first.message());
    assertThat(table.takeDue(ahead).map(ScheduledTable.Due::message)).contains(second.message());
    assertThat(table.takeDue(ahead)).isEmpty();
    assertThat(table.of(ada, chat)).containsExactly(later);
  }

  @Test
  void anInstanceThatDiesMidwayLeavesTheMessageToTheOthers() throws SQLException {
    ScheduledMessage scheduled = scheduled(now.minusSeconds(1), "x", null, Attention.ALL);
    table.insert(scheduled);
    try (Connection dying = journal.database().getConnection()) {
      dying.setAutoCommit(false);
      ScheduledTable its = new ScheduledTable(new SharedConnection(dying), sealer);
      assertThat(its.takeDue(now)).isPresent();
      assertThat(table.takeDue(now)).as("in the hands of another").isEmpty();
      dying.rollback();
    }
    assertThat(table.takeDue(now).map(ScheduledTable.Due::message)).contains(scheduled.message());
  }

  @Test
  void aBodyThatWasMovedToAnotherMessageDoesNotOpen() throws SQLException {
    table.insert(scheduled(now.minusSeconds(1), "x", null, Attention.ALL));
    try (Connection connection = journal.database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE message_scheduled SET id = gen_random_uuid()");
    }
    Optional<ScheduledTable.Due> due = table.takeDue(now);
    assertThat(due).isPresent();
    assertThat(due.orElseThrow().message()).isNull();
    assertThat(due.orElseThrow().account()).isEqualTo(ada);
  }

  private ScheduledMessage scheduled(
      Instant at, String body, @Nullable Duration expiresIn, Attention attention) {
    return new ScheduledMessage(
        ScheduledMessageId.next(),
        new SendMessage(ada, DeviceId.next(), Ids.next(), chat, null, body, expiresIn, attention),
        at,
        now);
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = journal.database().getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
