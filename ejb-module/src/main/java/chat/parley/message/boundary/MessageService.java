package chat.parley.message.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.Appended;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.SendMessage;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Send messages. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class MessageService {

  /** The word of a message in the log. */
  private static final String KIND = "message";

  @Inject private Journal journal;
  @Inject private Memberships memberships;

  /**
   * Sends a message. Whether the sender is a member is checked where it cannot change any more: in
   * the transaction that writes the message.
   *
   * @return completes after the commit, on the committing thread: do not block in it; fails with
   *     {@link chat.parley.platform.NotFound} when the sender is not a member, and with {@link
   *     chat.parley.platform.Unavailable} when the same command should be sent again
   */
  public CompletionStage<Appended> send(SendMessage command) {
    return journal.append(
        new NewEntry(
                StreamId.conversation(command.conversation().value()),
                KIND,
                command.by(),
                command.device(),
                command.cid(),
                command.body())
            .expiring(command.expiresIn())
            .calling(command.attention()),
        memberships.membersOnly());
  }
}
