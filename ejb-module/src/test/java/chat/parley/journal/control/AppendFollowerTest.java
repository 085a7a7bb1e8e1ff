package chat.parley.journal.control;

import static chat.parley.journal.control.TestJournal.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.journal.AppendFollower;
import chat.parley.journal.AppendGuard;
import chat.parley.journal.Entry;
import chat.parley.journal.FreshEntry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.platform.Ids;
import chat.parley.platform.NotFound;
import chat.parley.sealing.control.TestSealers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows from entries is written with them or not at all. */
class AppendFollowerTest {

  private final TestJournal journal = new TestJournal();
  private final List<List<FreshEntry>> followed = new CopyOnWriteArrayList<>();

  @BeforeEach
  void aTableOfNotes() throws SQLException {
    try (Connection connection = journal.database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE note (kind text CHECK (kind <> 'bad'))");
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    journal.close();
  }

  private void noteDown(Connection connection, List<FreshEntry> entries) throws SQLException {
    followed.add(entries);
    try (var insert = connection.prepareStatement("INSERT INTO note SELECT unnest(?::text[])")) {
      insert.setArray(
          1,
          connection.createArrayOf(
              "text", entries.stream().map(fresh -> fresh.entry().kind()).toArray()));
      insert.executeUpdate();
    }
  }

  private List<String> notes() throws SQLException {
    List<String> notes = new ArrayList<>();
    try (Connection connection = journal.database().getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT kind FROM note")) {
      while (row.next()) {
        notes.add(row.getString(1));
      }
    }
    return notes;
  }

  private GroupCommit idle(AppendFollower follower) {
    return new GroupCommit(
        journal.database(),
        TestSealers.over(journal.database()),
        Clock.systemUTC(),
        news -> {},
        follower);
  }

  @Test
  void aBatchIsFollowedOnceAndByWhatIsNewAlone() throws Exception {
    StreamId stream = journal.conversation(true);
    NewEntry repeated = message(stream, "again");
    GroupCommit node = idle(this::noteDown);
    var answers =
        List.of(
            node.append(repeated, AppendGuard.NONE),
            node.append(message(stream, "two"), AppendGuard.NONE),
            node.append(repeated, AppendGuard.NONE),
            node.append(
                message(stream, "refused"),
                (connection, entries) -> Map.of(entries.get(0), new NotFound())));
    journal.start(node);
    answers.get(1).toCompletableFuture().join();
    assertThat(node.stop(Duration.ofSeconds(30))).isTrue();

    assertThat(followed).singleElement().satisfies(batch -> assertThat(batch).hasSize(2));
    assertThat(notes()).containsExactly("message", "message");
  }

  @Test
  void whatCannotFollowTakesItsEntryBackAndLeavesTheNeighbours() throws Exception {
    StreamId stream = journal.conversation(true);
    GroupCommit node = idle(this::noteDown);
    NewEntry bad = new NewEntry(stream, "bad", null, null, null, "x");
    var good = node.append(message(stream, "good"), AppendGuard.NONE);
    var refused = node.append(bad, AppendGuard.NONE);
    journal.start(node);
    good.toCompletableFuture().join();
    assertThatThrownBy(() -> refused.toCompletableFuture().join())
        .hasRootCauseInstanceOf(SQLException.class);

    assertThat(journal.verified(stream)).extracting(Entry::kind).containsExactly("message");
    assertThat(notes()).containsExactly("message");
  }

  @Test
  void entriesOfACallersTransactionAreFollowedInIt() throws Exception {
    StreamId user = StreamId.user(Ids.next());
    NewEntry entry = new NewEntry(user, "note", null, null, null, "x");
    try (Connection connection = journal.database().getConnection()) {
      connection.setAutoCommit(false);
      Log log =
          new Log(
              new SharedConnection(connection),
              TestSealers.over(journal.database()),
              Clock.systemUTC(),
              this::noteDown);
      log.append(List.of(entry));
      connection.rollback();
      assertThat(notes()).isEmpty();
      log.append(List.of(entry));
      connection.commit();
    }
    assertThat(notes()).containsExactly("note");
  }
}
