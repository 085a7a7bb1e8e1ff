package chat.parley.notification.control;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.AppendFollower;
import chat.parley.journal.Entry;
import chat.parley.journal.FreshEntry;
import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.Job;
import chat.parley.platform.Limits;
import chat.parley.platform.boundary.Outbox;
import chat.parley.platform.boundary.Rows;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves a job with every message that somebody who is away may want to hear of. It stands on the
 * hot path of the product and costs next to nothing there: for a few seconds an instance remembers
 * which conversations have members whose devices can be called, and asks the database about the
 * others in one statement for a batch; and where a job was committed less than {@link
 * Limits#PUSH_GATHER} before, that job is about the message too. Of a message that is worth no call
 * it takes note instead, because whoever does a job sees it in the log like any other.
 */
public final class PushJobs implements AppendFollower {

  private static final String MESSAGE = "message";
  private static final int REMEMBERED = 100_000;

  // Two are enough to know that there is somebody beside the sender, whoever that is.
  private static final String REACHABLE =
      "SELECT t.conversation, r.account FROM unnest(?::uuid[]) AS t (conversation)"
          + " CROSS JOIN LATERAL (SELECT m.account FROM conversation_member m"
          + " WHERE m.conversation = t.conversation AND m.left_seq IS NULL"
          + " AND EXISTS (SELECT FROM push_subscription s WHERE s.account = m.account)"
          + " LIMIT 2) AS r";

  private static final String QUIET =
      "INSERT INTO notification_quiet (conversation, seq, at)"
          + " SELECT conversation, seq, at"
          + " FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[]) AS t (conversation, seq, at)";

  private final Outbox outbox;

  /** Who can be called in a conversation: all, when fewer than two. */
  private final Cache<ConversationId, Set<AccountId>> reachable =
      Caffeine.newBuilder()
          .expireAfterWrite(Limits.PUSH_REACHABLE_FOR)
          .maximumSize(REMEMBERED)
          .build();

  /** The last job of a conversation that was written, and perhaps not committed. */
  private final Cache<ConversationId, Entry> written = lastOnes();

  /** The last job of a conversation that was committed: when its message was written. */
  private final Cache<ConversationId, Instant> committed = lastOnes();

  PushJobs(Outbox outbox) {
    this.outbox = outbox;
  }

  private static <T> Cache<ConversationId, T> lastOnes() {
    return Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofMinutes(1))
        .maximumSize(REMEMBERED)
        .build();
  }

  @Override
  public void follow(Connection connection, List<FreshEntry> entries) throws SQLException {
    List<FreshEntry> messages = entries.stream().filter(PushJobs::isMessage).toList();
    if (messages.isEmpty()) {
      return;
    }
    Map<ConversationId, Set<AccountId>> reachable = reachable(connection, messages);
    Map<ConversationId, FreshEntry> first = new LinkedHashMap<>();
    List<FreshEntry> wanted = new ArrayList<>();
    List<FreshEntry> quiet = new ArrayList<>();
    for (FreshEntry fresh : messages) {
      ConversationId conversation = conversation(fresh.entry());
      Set<AccountId> callable = reachable.getOrDefault(conversation, Set.of());
      if (!fresh.wish().attention().everybody()) {
        if (!callable.isEmpty()) {
          quiet.add(fresh);
        }
      } else if (callable.stream().anyMatch(account -> !account.equals(fresh.entry().by()))) {
        boolean gathered = isGathered(conversation, fresh.entry(), first);
        if (!gathered) {
          first.put(conversation, fresh);
        }
        if (!gathered || !mentioned(fresh).isEmpty()) {
          wanted.add(fresh);
        }
      }
    }
    if (!quiet.isEmpty()) {
      note(connection, quiet);
    }
    if (!wanted.isEmpty()) {
      outbox.put(connection, wanted.stream().map(PushJobs::job).toList());
      first.forEach((conversation, fresh) -> written.put(conversation, fresh.entry()));
    }
  }

  private static void note(Connection connection, List<FreshEntry> quiet) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(QUIET)) {
      insert.setArray(
          1,
          connection.createArrayOf(
              "uuid", quiet.stream().map(fresh -> fresh.entry().stream().owner()).toArray()));
      insert.setArray(
          2,
          connection.createArrayOf(
              "int8", quiet.stream().map(fresh -> fresh.entry().seq()).toArray()));
      insert.setArray(
          3,
          connection.createArrayOf(
              "timestamptz",
              quiet.stream().map(fresh -> Timestamp.from(fresh.entry().at())).toArray()));
      insert.executeUpdate();
    }
  }

  /** Takes note of what was committed. */
  public void committed(List<Entry> entries) {
    for (Entry entry : entries) {
      if (isMessage(entry)) {
        ConversationId conversation = conversation(entry);
        Entry last = written.getIfPresent(conversation);
        if (last != null && last.seq() == entry.seq()) {
          committed.put(conversation, entry.at());
        }
      }
    }
  }

  /** Somebody can be called now who could not before, or the other way round. */
  public void reachableChanged() {
    reachable.invalidateAll();
  }

  private boolean isGathered(
      ConversationId conversation, Entry entry, Map<ConversationId, FreshEntry> first) {
    if (first.containsKey(conversation)) {
      return true;
    }
    Instant before = committed.getIfPresent(conversation);
    return before != null
        && !entry.at().isBefore(before)
        && entry.at().isBefore(before.plus(Limits.PUSH_GATHER));
  }

  private Map<ConversationId, Set<AccountId>> reachable(
      Connection connection, List<FreshEntry> messages) throws SQLException {
    Map<ConversationId, Set<AccountId>> answers = new HashMap<>();
    Set<ConversationId> unknown = new HashSet<>();
    for (FreshEntry fresh : messages) {
      ConversationId conversation = conversation(fresh.entry());
      Set<AccountId> known = reachable.getIfPresent(conversation);
      if (known != null) {
        answers.put(conversation, known);
      } else {
        unknown.add(conversation);
      }
    }
    if (!unknown.isEmpty()) {
      Map<ConversationId, Set<AccountId>> found = ask(connection, unknown);
      for (ConversationId conversation : unknown) {
        Set<AccountId> callable = Set.copyOf(found.getOrDefault(conversation, Set.of()));
        answers.put(conversation, callable);
        reachable.put(conversation, callable);
      }
    }
    return answers;
  }

  private static Map<ConversationId, Set<AccountId>> ask(
      Connection connection, Collection<ConversationId> conversations) throws SQLException {
    Map<ConversationId, Set<AccountId>> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(REACHABLE)) {
      select.setArray(
          1,
          connection.createArrayOf(
              "uuid", conversations.stream().map(ConversationId::value).toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(new ConversationId(Rows.uuid(row, 1)), none -> new HashSet<>())
              .add(new AccountId(Rows.uuid(row, 2)));
        }
      }
    }
    return found;
  }

  private static boolean isMessage(FreshEntry fresh) {
    return isMessage(fresh.entry());
  }

  private static boolean isMessage(Entry entry) {
    return entry.kind().equals(MESSAGE) && entry.stream().kind() == StreamId.Kind.CONVERSATION;
  }

  private static ConversationId conversation(Entry entry) {
    return new ConversationId(entry.stream().owner());
  }

  private static Set<AccountId> mentioned(FreshEntry fresh) {
    return fresh.wish().attention().mentioned();
  }

  private static Job job(FreshEntry fresh) {
    Entry entry = fresh.entry();
    return new PushJob.News(conversation(entry), entry.seq(), entry.at(), mentioned(fresh))
        .after(Limits.PUSH_DELAY);
  }
}
