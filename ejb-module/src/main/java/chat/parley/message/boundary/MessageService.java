package chat.parley.message.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.attachment.boundary.Attachments;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.Membership;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.AppendGuard;
import chat.parley.journal.Appended;
import chat.parley.journal.Authorship;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Appender;
import chat.parley.journal.boundary.Journal;
import chat.parley.keys.boundary.Epochs;
import chat.parley.message.NotYourMessage;
import chat.parley.message.PurgeMessages;
import chat.parley.message.Purged;
import chat.parley.message.SendMessage;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.NotFound;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Send messages, and erase them for everybody. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class MessageService {

  /** The word of a message in the log. */
  static final String KIND = "message";

  private static final AppendGuard SEALED_WITH_FILES =
      Attachments.guarding(Memberships.postingOnly());

  private static final AppendGuard ENCRYPTED_WITH_FILES = Attachments.guarding(Epochs.ofEpoch());

  @Inject private Appender appender;
  @EJB private Journal journal;
  @EJB private Memberships memberships;

  /**
   * Sends a message. Whether the sender is a member is checked where it cannot change any more: in
   * the transaction that writes the message.
   *
   * @return completes after the commit, on the committing thread: do not block in it; fails with
   *     {@link NotFound} when the sender is not a member, with {@link
   *     chat.parley.platform.Forbidden} when the group's rules do not let him write, with {@link
   *     chat.parley.keys.EpochStale} or {@link chat.parley.keys.CommitNeeded} when he has to follow
   *     the log and encrypt again, with {@link chat.parley.attachment.AttachmentMissing} when a
   *     file of it cannot go with it, and with {@link chat.parley.platform.Unavailable} when the
   *     same command should be sent again
   * @throws chat.parley.conversation.NotAnMlsMessage when it says an epoch and is no message of it
   */
  public CompletionStage<Appended> send(SendMessage command) {
    Long epoch = command.epoch();
    boolean hasFiles = !command.attachments().isEmpty();
    if (epoch == null) {
      return appender.append(
          entry(command), hasFiles ? SEALED_WITH_FILES : Memberships.postingOnly());
    }
    Epochs.requireMessage(command.body(), command.conversation(), epoch);
    return appender.append(entry(command), hasFiles ? ENCRYPTED_WITH_FILES : Epochs.ofEpoch());
  }

  /** The entry that a message is in the log. */
  static NewEntry entry(SendMessage command) {
    return new NewEntry(
        StreamId.conversation(command.conversation().value()),
        KIND,
        command.by(),
        command.device(),
        command.cid(),
        command.body(),
        command.expiresIn(),
        command.attention(),
        List.of(),
        command.attachments());
  }

  /**
   * Erases messages for everybody and for ever: their bodies are gone with the commit that writes
   * one entry {@code message.purged}; the entries stay, as tombstones with their number, their
   * author and their hash. Erasing again what is erased is no fault.
   *
   * <p>What is erased is checked before the transaction, since it never changes who wrote an entry;
   * who erases, and whether he still leads the group, is checked in it.
   *
   * @return as of {@link #send}
   * @throws NotFound when the caller has no access to the conversation
   * @throws InvalidInput when a number is not that of a message that the caller can read
   * @throws NotYourMessage when somebody else wrote one of them, unless the caller is an admin or
   *     an owner of the group
   */
  public CompletionStage<Appended> purge(PurgeMessages command) {
    StreamId stream = StreamId.conversation(command.conversation().value());
    Membership caller = memberships.requireMember(command.conversation(), command.by());
    boolean leads = caller.role().isAtLeast(GroupRole.ADMIN);
    boolean others = false;
    Map<Long, Authorship> found = journal.authors(stream, command.seqs());
    for (long seq : command.seqs()) {
      Authorship authorship = found.get(seq);
      if (authorship == null || seq < caller.joinedSeq()) {
        throw new InvalidInput("/seqs", "There is no entry " + seq + " that you can read.");
      }
      if (!authorship.kind().equals(KIND)) {
        throw new InvalidInput("/seqs", "Entry " + seq + " is no message.");
      }
      if (!command.by().equals(authorship.by())) {
        if (!leads) {
          throw new NotYourMessage(seq);
        }
        others = true;
      }
    }
    return appender.append(
        new NewEntry(
                stream,
                Purged.KIND,
                command.by(),
                command.device(),
                command.cid(),
                new Purged(command.seqs()).body())
            .erasing(command.seqs()),
        others ? Memberships.leadingOnly() : Memberships.membersOnly());
  }
}
