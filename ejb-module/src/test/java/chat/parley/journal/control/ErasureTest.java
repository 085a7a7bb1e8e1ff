package chat.parley.journal.control;

import static chat.parley.journal.control.TestJournal.append;
import static chat.parley.journal.control.TestJournal.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.journal.AppendGuard;
import chat.parley.journal.Authorship;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.platform.NotFound;
import chat.parley.sealing.control.TestSealers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies that somebody erases, and bodies that disappear by themselves. */
class ErasureTest {

  private final TestJournal journal = new TestJournal();
  private final GroupCommit node = journal.node();
  private final StreamId stream = journal.conversation(true);

  @AfterEach
  void stop() throws InterruptedException {
    journal.close();
  }

  @Test
  void whatAnEntryErasesIsGoneWithItsCommitAndTheChainHolds() throws SQLException {
    StreamId other = journal.conversation(true);
    for (StreamId each : List.of(stream, other)) {
      for (int i = 1; i <= 4; i++) {
        append(node, message(each, "m" + i));
      }
    }
    List<Entry> before = journal.verified(stream);
    append(node, message(stream, "purge").erasing(List.of(2L, 3L, 99L)));

    assertThat(bodies(journal.log(), stream)).containsExactly("m1", null, null, "m4", "purge");
    assertThat(bodies(journal.log(), other)).containsExactly("m1", "m2", "m3", "m4");
    assertThat(storedBodies(stream)).isEqualTo(3);
    List<Entry> after = journal.log().after(stream, 0, 10);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).withoutBody()).isEqualTo(before.get(i).withoutBody());
    }
    EntryHash last = before.get(3).hash();
    assertThat(after.get(4).hash())
        .isEqualTo(last.next(stream, 5, "message", "purge".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsRefusedOrRepeatedErasesNothing() {
    append(node, message(stream, "m1"));
    append(node, message(stream, "m2"));
    NewEntry first = message(stream, "first");
    append(node, first);
    append(node, first.erasing(List.of(1L)));
    AppendGuard never =
        (connection, entries) ->
            entries.stream().collect(Collectors.toMap(entry -> entry, entry -> new NotFound()));
    assertThatThrownBy(() -> append(node, message(stream, "refused").erasing(List.of(2L)), never))
        .isInstanceOf(NotFound.class);

    assertThat(bodies(journal.log(), stream)).containsExactly("m1", "m2", "first");
  }

  @Test
  void purgesOfTheSameStreamFromTwoInstancesMakeOneEntryPerKey() {
    GroupCommit second = journal.node();
    for (int i = 1; i <= 20; i++) {
      append(node, message(stream, "m" + i));
    }
    List<CompletableFuture<?>> answers = new ArrayList<>();
    for (long seq = 1; seq <= 20; seq++) {
      NewEntry purge = message(stream, "purge " + seq).erasing(List.of(seq));
      for (GroupCommit each : List.of(node, second)) {
        answers.add(each.append(purge, AppendGuard.NONE).toCompletableFuture());
      }
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();

    List<Entry> all = journal.log().after(stream, 0, 100);
    assertThat(all).hasSize(40);
    assertThat(all.subList(0, 20)).allMatch(entry -> entry.body() == null);
    assertThat(all.subList(20, 40)).noneMatch(entry -> entry.body() == null);
  }

  @Test
  void authorsAreKnownAlsoOfWhatIsErased() {
    Entry erased = append(node, message(stream, "m1")).entry();
    Entry kept = append(node, message(stream, "m2").erasing(List.of(1L))).entry();

    assertThat(journal.log().authors(stream, List.of(1L, 2L, 3L)).values())
        .containsExactlyInAnyOrder(
            new Authorship(1, "message", erased.by()), new Authorship(2, "message", kept.by()));
  }

  @Test
  void noReadGivesABodyWhoseTimeIsOverAndTheSweepErasesItForEver() throws SQLException {
    NewEntry lasting = message(stream, "stays");
    NewEntry fleeting = message(stream, "goes").expiring(Duration.ofSeconds(5));
    append(node, lasting);
    Entry written = append(node, fleeting).entry();
    Instant end = written.at().plusSeconds(5);
    assertThat(written.expiresAt()).isEqualTo(end);

    assertThat(bodies(at(end.minusMillis(1)), stream)).containsExactly("stays", "goes");
    assertThat(at(end.minusMillis(1)).after(stream, 1, 1)).containsExactly(written);
    assertThat(bodies(at(end), stream)).containsExactly("stays", null);
    assertThat(at(end).before(stream, 3, 1)).containsExactly(written.withoutBody());
    assertThat(storedBodies(stream)).as("nobody swept").isEqualTo(2);

    execute("UPDATE journal_entry SET expires_at = now() - interval '1 second' WHERE seq = 2");
    assertThat(journal.log().eraseExpired(10)).isEqualTo(1);
    assertThat(journal.log().eraseExpired(10)).isZero();
    assertThat(storedBodies(stream)).isEqualTo(1);
    assertThat(bodies(at(Instant.EPOCH), stream)).containsExactly("stays", null);
  }

  @Test
  void anInstanceWhoseClockIsAheadErasesNothingEarly() throws SQLException {
    Entry written = append(node, message(stream, "x").expiring(Duration.ofHours(1))).entry();

    assertThat(at(written.at().plus(Duration.ofHours(2))).eraseExpired(10)).isZero();
    assertThat(storedBodies(stream)).isEqualTo(1);
  }

  @Test
  void aSweepErasesInBatchesTheOldestFirst() throws SQLException {
    for (int i = 1; i <= 5; i++) {
      append(node, message(stream, "m" + i).expiring(Duration.ofHours(1)));
    }
    execute("UPDATE journal_entry SET expires_at = now() - seq * interval '1 second'");

    assertThat(journal.log().eraseExpired(2)).isEqualTo(2);
    assertThat(count("SELECT count(*) FROM journal_entry WHERE body IS NULL AND seq > 3"))
        .isEqualTo(2);
    assertThat(journal.log().eraseExpired(2)).isEqualTo(2);
    assertThat(journal.log().eraseExpired(2)).isEqualTo(1);
  }

  @Test
  void whatAnotherInstanceErasesIsLeftToIt() throws SQLException {
    append(node, message(stream, "m1").expiring(Duration.ofHours(1)));
    execute("UPDATE journal_entry SET expires_at = now() - interval '1 second'");
    try (Connection other = journal.database().getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("SELECT 1 FROM journal_entry FOR UPDATE");
      assertThat(journal.log().eraseExpired(10)).isZero();
      other.rollback();
    }
    assertThat(journal.log().eraseExpired(10)).isEqualTo(1);
  }

  /** The log as it is read at this time. */
  private Log at(Instant now) {
    return new Log(
        journal.database(), TestSealers.over(journal.database()), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static List<String> bodies(Log log, StreamId stream) {
    List<String> bodies = new ArrayList<>();
    log.after(stream, 0, 100).forEach(entry -> bodies.add(entry.body()));
    return bodies;
  }

  private int storedBodies(StreamId of) throws SQLException {
    return count("SELECT count(body) FROM journal_entry WHERE stream_owner = '" + of.owner() + "'");
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = journal.database().getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = journal.database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
