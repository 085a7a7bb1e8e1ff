package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.CreateGroup;
import chat.parley.conversation.GroupSettings;
import chat.parley.conversation.Membership;
import chat.parley.conversation.OpenedConversation;
import chat.parley.conversation.Seat;
import chat.parley.journal.Entry;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.journal.control.Log;
import chat.parley.journal.control.SharedConnection;
import chat.parley.journal.control.TestJournal;
import chat.parley.media.MediaId;
import chat.parley.media.MediaOwner;
import chat.parley.media.boundary.Blobs;
import chat.parley.platform.AccountId;
import chat.parley.platform.TestEntities;
import chat.parley.sealing.control.TestSealers;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** People and conversations on a test's database, made by the product's own procedures. */
public final class TestConversations implements AutoCloseable {

  private final TestJournal journal;
  private final TestEntities entities;
  private final Set<MediaId> kept = new HashSet<>();

  /** Remembers what is kept, and of groups only. */
  private final Blobs blobs =
      new Blobs() {
        @Override
        public void keep(MediaOwner owner, MediaId media) {
          kept.add(media);
        }

        @Override
        public void releaseOf(MediaOwner owner) {
          kept.clear();
        }
      };

  public TestConversations(TestJournal journal) {
    this.journal = journal;
    this.entities = new TestEntities(journal.database());
  }

  /** The pictures of the groups that are kept. */
  public Set<MediaId> kept() {
    return Set.copyOf(kept);
  }

  public TestEntities entities() {
    return entities;
  }

  /** A new person. */
  public AccountId person() {
    return people(1).get(0);
  }

  /** So many new people. */
  public List<AccountId> people(int count) {
    List<AccountId> ids = Stream.generate(AccountId::next).limit(count).toList();
    try (Connection connection = journal.database().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO account (id, username, created_at) VALUES (?, ?, now())")) {
      for (AccountId id : ids) {
        String unique = id.toString().replace("-", "");
        insert.setObject(1, id.value());
        insert.setString(2, "p" + unique.substring(unique.length() - 20));
        insert.addBatch();
      }
      insert.executeBatch();
      return ids;
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

  /** The account of one of two is no more. */
  public void vanish(AccountId account, ConversationId conversation) {
    entities.transaction(
        manager -> {
          manager.unwrap(UnitOfWork.class).beginEarlyTransaction();
          new DirectConversations(
                  new ConversationRecords(manager), inTransaction(manager), Clock.systemUTC())
              .vanish(account, conversation);
          return conversation;
        });
  }

  /** Does something to groups, in a transaction of its own. */
  public <T> T groups(Function<GroupChanges, T> work) {
    return entities.transaction(
        manager ->
            work.apply(
                new GroupChanges(
                    new GroupRecords(manager), inTransaction(manager), blobs, Clock.systemUTC())));
  }

  /** Does something to the ways into groups, in a transaction of its own. */
  public <T> T invites(Clock clock, Function<InviteChanges, T> work) {
    return entities.transaction(
        manager -> {
          GroupRecords records = new GroupRecords(manager);
          Journal door = inTransaction(manager);
          return work.apply(
              new InviteChanges(
                  new GroupChanges(records, door, blobs, clock),
                  records,
                  new InviteRecords(manager),
                  door,
                  new SecureRandom(),
                  clock));
        });
  }

  /** Gives a group a picture, or takes it away, in a transaction of its own. */
  public void depict(AccountId by, ConversationId group, @Nullable MediaId picture) {
    entities.transaction(
        manager -> {
          new GroupChanges(
                  new GroupRecords(manager), inTransaction(manager), blobs, Clock.systemUTC())
              .depict(by, group, picture, new GroupPictures(manager));
          return group;
        });
  }

  /** A new group of these, the first of them its owner. */
  public ConversationId group(AccountId owner, AccountId... others) {
    return groups(
            changes ->
                changes.create(
                    owner,
                    new CreateGroup(
                        null,
                        ConversationKind.SEALED,
                        "walks",
                        "",
                        List.of(others),
                        GroupSettings.DEFAULT),
                    List.of(others)))
        .id();
  }

  /** Those of the seats that are taken now. */
  public Set<Seat> taken(Collection<Seat> seats) {
    try (Connection connection = journal.database().getConnection()) {
      return MemberTable.of(connection, seats).values().stream()
          .map(MemberTable.Row::membership)
          .filter(Membership::isCurrent)
          .map(member -> new Seat(member.conversation(), member.account()))
          .collect(Collectors.toSet());
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
      public Map<StreamId, Long> hold(Collection<StreamId> streams) {
        return log.hold(streams);
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
