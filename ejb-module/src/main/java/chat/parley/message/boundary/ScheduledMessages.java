package chat.parley.message.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.AlreadySent;
import chat.parley.message.ScheduledMessage;
import chat.parley.message.ScheduledMessageId;
import chat.parley.message.SendMessage;
import chat.parley.message.TooManyScheduled;
import chat.parley.message.control.ScheduledTable;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.ParleyException;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Messages that are sent at a time their author chooses, whether he is there or not. */
@Stateless
public class ScheduledMessages {

  /** The word of the entry that tells a person of a message that could not be sent. */
  private static final String FAILED = "scheduled.failed";

  @Inject private ScheduledTable table;
  @EJB private Memberships memberships;
  @EJB private Journal journal;
  @Inject private Clock clock;

  /**
   * The answer to scheduling.
   *
   * @param created false when the same idempotency key had scheduled it before
   */
  public record Scheduled(ScheduledMessage message, boolean created) {}

  /**
   * Keeps a message until its time. Who may write is asked then, and not only now.
   *
   * @throws NotFound when the author is not a member of the conversation
   * @throws chat.parley.conversation.NotAnMlsMessage when the conversation is encrypted end to end:
   *     what is encrypted now is of another epoch then
   * @throws AlreadySent when a message with this key was sent
   * @throws InvalidInput when the time has passed or is further than {@link Limits#SCHEDULED_AHEAD}
   * @throws TooManyScheduled when {@link Limits#SCHEDULED_MESSAGES} of the author wait
   */
  public Scheduled schedule(SendMessage message, Instant sendAt) {
    memberships.requireSealed(message.conversation(), message.by());
    table.lock(message.by());
    Optional<ScheduledMessage> before = table.find(message.device(), message.cid());
    if (before.isPresent()) {
      return new Scheduled(before.get(), false);
    }
    if (journal.isUsed(message.device(), message.cid())) {
      throw new AlreadySent();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (!sendAt.isAfter(now) || sendAt.isAfter(now.plus(Limits.SCHEDULED_AHEAD))) {
      throw new InvalidInput(
          "/sendAt",
          "The time is to come, within %d days.".formatted(Limits.SCHEDULED_AHEAD.toDays()));
    }
    if (table.count(message.by()) >= Limits.SCHEDULED_MESSAGES) {
      throw new TooManyScheduled();
    }
    ScheduledMessage scheduled =
        new ScheduledMessage(
            ScheduledMessageId.next(), message, sendAt.truncatedTo(ChronoUnit.MILLIS), now);
    table.insert(scheduled);
    return new Scheduled(scheduled, true);
  }

  /**
   * The author's own messages that wait in a conversation, in the order of their times; at most
   * {@link Limits#SCHEDULED_MESSAGES}.
   *
   * @throws NotFound when the author is not a member
   */
  public List<ScheduledMessage> list(AccountId author, ConversationId conversation) {
    memberships.requireMember(conversation, author);
    return table.of(author, conversation);
  }

  /**
   * Takes a message back.
   *
   * @throws NotFound when the author has no such message that waits: perhaps it was just sent
   */
  public void cancel(AccountId author, ConversationId conversation, ScheduledMessageId id) {
    if (!table.delete(author, conversation, id)) {
      throw new NotFound();
    }
  }

  /**
   * Sends the message whose time came first: one transaction takes it out of the waiting ones and
   * writes it to the log, so that it is sent exactly once, whichever instance does it and whenever
   * one dies. When it may not be written, the author is told instead, in his own stream.
   *
   * @return false when none is due
   */
  @TransactionAttribute(REQUIRES_NEW)
  public boolean sendNext() {
    Optional<ScheduledTable.Due> due = table.takeDue(clock.instant());
    due.ifPresent(this::send);
    return due.isPresent();
  }

  private void send(ScheduledTable.Due due) {
    SendMessage message = due.message();
    ParleyException refusal =
        message == null
            ? new NotFound()
            : journal
                .tryInTransaction(MessageService.entry(message), Memberships.postingOnly())
                .orElse(null);
    if (refusal != null) {
      // Streams of users come after conversations in the order of locks.
      journal.appendInTransaction(
          List.of(
              new NewEntry(
                  StreamId.user(due.account().value()),
                  FAILED,
                  null,
                  null,
                  null,
                  failed(due, refusal))));
    }
  }

  /** JSON text of nothing but ids and a URN, which need no escapes. */
  private static String failed(ScheduledTable.Due due, ParleyException refusal) {
    return "{\"id\":\"%s\",\"conversation\":\"%s\",\"cid\":\"%s\",\"problem\":\"%s\"}"
        .formatted(due.id(), due.conversation(), due.cid(), refusal.type().uri());
  }
}
