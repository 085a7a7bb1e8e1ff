package chat.parley.notification.control;

import chat.parley.journal.Entry;
import chat.parley.notification.ConversationNotifications;
import chat.parley.notification.NotificationLevel;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom to call about new messages, and up to which one. */
public final class Calls {

  private Calls() {}

  /**
   * A message that may be worth a call.
   *
   * @param by who wrote it; null for a notice of the system
   * @param mentioned whom it names
   */
  public record Message(long seq, @Nullable AccountId by, Set<AccountId> mentioned) {

    public Message {
      mentioned = Set.copyOf(mentioned);
    }
  }

  /**
   * A member and what is known of him.
   *
   * @param joinedSeq the first entry he may read
   * @param known the last entry he has read or was called about
   */
  public record Candidate(
      AccountId account, long joinedSeq, ConversationNotifications wish, long known) {}

  /**
   * The messages a job is about: its own, and those that were gathered into it. What was erased
   * meanwhile is worth no call any more.
   *
   * @param entries the entries of the stream from the job's own
   * @param quiet the messages among them that are worth no call
   */
  public static List<Message> messages(PushJob.News job, List<Entry> entries, Set<Long> quiet) {
    Instant until = job.at().plus(Limits.PUSH_GATHER);
    return entries.stream()
        .filter(entry -> entry.kind().equals("message") && entry.body() != null)
        .filter(entry -> !quiet.contains(entry.seq()))
        .filter(entry -> entry.seq() == job.seq() || entry.at().isBefore(until))
        .map(
            entry ->
                new Message(
                    entry.seq(), entry.by(), entry.seq() == job.seq() ? job.mentioned() : Set.of()))
        .toList();
  }

  /**
   * Up to which message a member is to be called.
   *
   * @return 0 when not at all
   */
  public static long callUpTo(Candidate candidate, List<Message> messages, Instant now) {
    ConversationNotifications wish = candidate.wish();
    if (wish.isSilent(now)) {
      return 0;
    }
    AccountId me = candidate.account();
    long newest =
        messages.stream()
            .filter(message -> !me.equals(message.by()))
            .filter(message -> message.seq() >= candidate.joinedSeq())
            .filter(
                message ->
                    wish.level() == NotificationLevel.ALL || message.mentioned().contains(me))
            .mapToLong(Message::seq)
            .max()
            .orElse(0);
    return newest > candidate.known() ? newest : 0;
  }
}
