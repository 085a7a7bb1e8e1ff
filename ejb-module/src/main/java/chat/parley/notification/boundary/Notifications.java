package chat.parley.notification.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;
import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.notification.ConversationNotifications;
import chat.parley.notification.control.Calls;
import chat.parley.notification.control.NotificationTables;
import chat.parley.notification.control.PushJob;
import chat.parley.platform.AccountId;
import chat.parley.platform.Job;
import chat.parley.platform.Limits;
import chat.parley.platform.boundary.Outbox;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What members want to hear of their conversations, and whom to call when something is new. */
@Stateless
public class Notifications {

  /** As every JSON of the product writes a time. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @EJB private Memberships memberships;
  @Inject private NotificationTables tables;
  @EJB private Journal journal;
  @EJB private Outbox outbox;
  @Inject private Clock clock;

  /** What the account wants to hear of these conversations: one for each. */
  @TransactionAttribute(SUPPORTS)
  public Map<ConversationId, ConversationNotifications> of(
      AccountId account, Collection<ConversationId> conversations) {
    Map<ConversationId, ConversationNotifications> wishes = new HashMap<>();
    conversations.forEach(id -> wishes.put(id, ConversationNotifications.DEFAULT));
    if (!wishes.isEmpty()) {
      wishes.putAll(tables.of(account, wishes.keySet()));
    }
    return wishes;
  }

  /**
   * Changes what a member wants to hear; all devices of the account learn of it by an entry {@code
   * conversation.settings} of their stream.
   *
   * @throws chat.parley.platform.NotFound when the account is not a member
   */
  @TransactionAttribute(REQUIRED)
  public void change(
      ConversationId conversation, AccountId account, ConversationNotifications wish) {
    memberships.requireMember(conversation, account);
    Instant until = wish.mutedUntil();
    ConversationNotifications exact =
        new ConversationNotifications(
            wish.level(), until == null ? null : until.truncatedTo(ChronoUnit.MILLIS));
    if (tables.save(conversation, account, exact)) {
      journal.appendInTransaction(
          List.of(
              new NewEntry(
                  StreamId.user(account.value()),
                  "conversation.settings",
                  account,
                  null,
                  null,
                  body(conversation, exact))));
    }
  }

  /**
   * Leaves a job for each device whose owner is to be called. A job that is repeated calls nobody
   * twice.
   */
  @TransactionAttribute(REQUIRED)
  public void decide(PushJob.News job) {
    ConversationId conversation = job.conversation();
    StreamId stream = StreamId.conversation(conversation.value());
    Instant now = clock.instant();
    List<Calls.Message> messages =
        Calls.messages(
            job,
            journal.readAfter(stream, job.seq() - 1, Limits.PAGE_ITEMS),
            tables.quiet(conversation, job.seq(), now.minus(Limits.PUSH_QUIET_KEPT)));
    Map<AccountId, Long> calls = new HashMap<>();
    for (Calls.Candidate candidate : tables.candidates(conversation)) {
      long seq = Calls.callUpTo(candidate, messages, now);
      if (seq > 0) {
        calls.put(candidate.account(), seq);
      }
    }
    if (!calls.isEmpty()) {
      outbox.put(jobs(conversation, tables.claim(conversation, calls)));
    }
  }

  private List<Job> jobs(ConversationId conversation, Map<AccountId, Long> calls) {
    return tables.devices(calls.keySet()).entrySet().stream()
        .map(
            device ->
                new PushJob.Call(
                        device.getKey(), conversation, calls.getOrDefault(device.getValue(), 0L), 1)
                    .after(Duration.ZERO))
        .toList();
  }

  /** Leaves a call for later. */
  @TransactionAttribute(REQUIRES_NEW)
  public void later(PushJob.Call call, Duration delay) {
    outbox.put(List.of(call.after(delay)));
  }

  /** JSON text of nothing but an id, a word and a time, which need no escapes. */
  private static String body(ConversationId conversation, ConversationNotifications wish) {
    return "{\"conversation\":\""
        + conversation
        + "\",\"notifications\":\""
        + wish.level().name().toLowerCase(Locale.ROOT)
        + "\",\"mutedUntil\":"
        + (wish.mutedUntil() == null ? "null" : "\"" + TIME.format(wish.mutedUntil()) + "\"")
        + "}";
  }
}
