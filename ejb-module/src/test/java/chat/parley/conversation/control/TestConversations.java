package chat.parley.conversation.control;

import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.OpenedConversation;
import chat.parley.conversation.Seat;
import chat.parley.journal.Entry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.journal.control.Log;
import chat.parley.journal.control.SharedConnection;
import chat.parley.journal.control.TestJournal;
import chat.parley.platform.AccountId;
import chat.parley.platform.TestEntities;
import chat.parley.sealing.control.TestSealers;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** People and conversations on a test's database, made by the product's own procedures. */
public final class TestConversations implements AutoCloseable {

  private final TestJournal journal;
  private final TestEntities entities;

  public TestConversations(TestJournal journal) {
    this.journal = journal;
    this.entities = new TestEntities(journal.database());
  }

  public TestEntities entities() {
    return entities;
  }

  /** A new person. */
  public AccountId person() {
    AccountId id = AccountId.next();
    try (Connection connection = journal.database().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO account (id, username, created_at) VALUES (?, ?, now())")) {
      String unique = id.toString().replace("-", "");
      insert.setObject(1, id.value());
      insert.setString(2, "p" + unique.substring(unique.length() - 20));
      insert.executeUpdate();
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The conversation of two people. */
  public OpenedConversation open(AccountId me, AccountId other) {
    return entities.transaction(
        manager ->
            new DirectConversations(
                    new ConversationRecords(manager), inTransaction(manager), Clock.systemUTC())
                .open(me, other, ConversationKind.SEALED));
  }

  /** Those of the seats that are taken. */
  public Set<Seat> taken(Collection<Seat> seats) {
    try (Connection connection = journal.database().getConnection()) {
      return MemberTable.taken(connection, seats);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The door of the journal, in the transaction of an entity manager. */
  private Journal inTransaction(EntityManager manager) {
    Log log =
        new Log(
            new SharedConnection(manager.unwrap(Connection.class)),
            TestSealers.over(journal.database()),
            Clock.systemUTC());
    return new Journal() {
      @Override
      public void open(StreamId stream, boolean sealed) {
        log.open(stream, sealed);
      }

      @Override
      public List<Entry> appendInTransaction(List<NewEntry> entries) {
        return log.append(entries).entries();
      }
    };
  }

  @Override
  public void close() {
    entities.close();
  }
}
