package chat.parley.journal.control;

import static chat.parley.journal.control.TestJournal.append;
import static chat.parley.journal.control.TestJournal.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.journal.Entry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.Ids;
import chat.parley.platform.NotFound;
import chat.parley.platform.Unavailable;
import chat.parley.sealing.control.TestSealers;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class LogTest {

  private final TestJournal journal = new TestJournal();
  private final StreamId stream = journal.conversation(true);

  @BeforeEach
  void fiveEntries() {
    GroupCommit node = journal.node();
    for (int i = 1; i <= 5; i++) {
      append(node, message(stream, "m" + i));
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    journal.close();
  }

  private static List<Long> seqs(List<Entry> entries) {
    return entries.stream().map(Entry::seq).toList();
  }

  @Test
  void pagesAreReadInBothDirectionsAndAlwaysAscend() {
    assertThat(seqs(journal.log().after(stream, 0, 2))).containsExactly(1L, 2L);
    assertThat(seqs(journal.log().after(stream, 3, 10))).containsExactly(4L, 5L);
    assertThat(journal.log().after(stream, 5, 10)).isEmpty();
    assertThat(seqs(journal.log().before(stream, 6, 2))).containsExactly(4L, 5L);
    assertThat(seqs(journal.log().before(stream, 3, 10))).containsExactly(1L, 2L);
    assertThat(journal.log().before(stream, 1, 10)).isEmpty();
    assertThatThrownBy(() -> journal.log().after(stream, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEntryIsReadAsItWasWritten() {
    NewEntry sent = message(stream, "\u00e4\ud83d\ude00\"\\\n");
    Entry written = append(journal.node(), sent).entry();
    assertThat(journal.log().after(stream, 5, 1)).containsExactly(written);
    assertThat(written.body()).isEqualTo(sent.body());
  }

  @Test
  void headsNameEveryStreamAskedFor() {
    StreamId none = StreamId.user(Ids.next());
    assertThat(journal.log().heads(List.of(stream, none)))
        .containsEntry(stream, 5L)
        .containsEntry(none, 0L)
        .hasSize(2);
    assertThat(journal.log().heads(List.of())).isEmpty();
  }

  @Test
  void theGenerationStays() {
    assertThat(journal.log().generation()).isEqualTo(journal.log().generation());
  }

  @Test
  void whatTheCallerRollsBackWasNeverThere() throws Exception {
    StreamId user = StreamId.user(Ids.next());
    NewEntry entry = new NewEntry(user, "note", AccountId.next(), null, null, "x");
    try (Connection connection = journal.database().getConnection()) {
      connection.setAutoCommit(false);
      Log inTransaction =
          new Log(
              new SharedConnection(connection),
              TestSealers.over(journal.database()),
              Clock.systemUTC());
      assertThat(seqs(inTransaction.append(List.of(entry, entry)).entries()))
          .containsExactly(1L, 2L);
      connection.rollback();
      assertThat(journal.log().heads(List.of(user))).containsEntry(user, 0L);
      inTransaction.append(List.of(entry));
      connection.commit();
    }
    assertThat(seqs(journal.verified(user))).containsExactly(1L);
  }

  @Test
  void oneRefusedEntryRefusesTheCallersTransaction() {
    NewEntry good = new NewEntry(stream, "note", null, null, null, "x");
    NewEntry bad = new NewEntry(StreamId.conversation(Ids.next()), "note", null, null, null, "x");
    assertThatThrownBy(() -> journal.log().append(List.of(good, bad))).isInstanceOf(NotFound.class);
  }

  @Test
  void withoutTheDatabaseReadsAreUnavailable() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setURL("jdbc:postgresql://127.0.0.1:1/parley");
    Log log = new Log(nowhere, TestSealers.over(nowhere), Clock.systemUTC());
    assertThatThrownBy(() -> log.after(stream, 0, 1)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(log::generation).isInstanceOf(Unavailable.class);
  }
}
