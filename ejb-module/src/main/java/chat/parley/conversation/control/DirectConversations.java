package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.MembershipEntries;
import chat.parley.conversation.OpenedConversation;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.AccountId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens the one conversation of two people, in the caller's transaction. */
public final class DirectConversations {

  private static final long FIRST_SEQ = 1;

  private final ConversationRecords records;
  private final Journal journal;
  private final Clock clock;

  /** The procedure. */
  public DirectConversations(ConversationRecords records, Journal journal, Clock clock) {
    this.records = records;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Opens or finds it.
   *
   * @param other another account, which exists
   */
  public OpenedConversation open(AccountId me, AccountId other, ConversationKind kind) {
    DirectPair pair = DirectPair.of(me, other);
    ConversationId id = ConversationId.next();
    boolean created = records.insertDirect(id, pair, kind, clock.instant(), FIRST_SEQ);
    if (created) {
      StreamId stream = StreamId.conversation(id.value());
      // Also where messages are encrypted end to end: who belongs to what is sealed at rest.
      journal.open(stream, true);
      journal.appendInTransaction(
          List.of(
              new NewEntry(stream, "conversation.created", me, null, null, created(kind, pair)),
              opened(pair.low(), me, id),
              opened(pair.high(), me, id)));
    }
    ConversationId found = created ? id : records.findDirect(pair, kind).orElseThrow();
    return new OpenedConversation(records.find(found, me).orElseThrow(), created);
  }

  /** Leaves because the account is no more; the other one keeps the conversation. */
  public void vanish(AccountId me, ConversationId id) {
    StreamId stream = StreamId.conversation(id.value());
    long seq = 1 + journal.hold(List.of(stream)).getOrDefault(stream, 0L);
    if (records.unseat(id, me, seq)) {
      journal.appendInTransaction(
          List.of(
              new NewEntry(
                  stream, MembershipEntries.LEFT, me, null, null, MembershipEntries.vanished(me))));
    }
  }

  /** The conversation that is there already. */
  public Optional<ConversationId> find(AccountId me, AccountId other, ConversationKind kind) {
    return records.findDirect(DirectPair.of(me, other), kind);
  }

  private static NewEntry opened(AccountId member, AccountId by, ConversationId id) {
    return new NewEntry(
        StreamId.user(member.value()),
        "conversation.opened",
        by,
        null,
        null,
        "{\"conversation\":\"" + id + "\",\"joinedSeq\":" + FIRST_SEQ + "}");
  }

  /** JSON text of nothing but ids and a word, which need no escapes. */
  private static String created(ConversationKind kind, DirectPair pair) {
    return "{\"kind\":\""
        + kind.name().toLowerCase(Locale.ROOT)
        + "\",\"type\":\"direct\",\"members\":[\""
        + pair.low()
        + "\",\""
        + pair.high()
        + "\"]}";
  }
}
