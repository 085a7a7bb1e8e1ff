package chat.parley.message.boundary;

import chat.parley.conversation.Membership;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.HideMessages;
import chat.parley.platform.InvalidInput;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.stream.Collectors;

/** Delete for me: what somebody does not want to see any more. */
@Stateless
public class HiddenMessages {

  /** The word of the entry in the log. */
  private static final String KIND = "messages.hidden";

  @EJB private Journal journal;
  @EJB private Memberships memberships;

  /**
   * Tells all devices of the person, in the person's own stream, to hide these entries. Hiding
   * again what is hidden changes nothing.
   *
   * @throws chat.parley.platform.NotFound when the person never was in the conversation
   * @throws InvalidInput when there is no such entry that the person can read
   */
  public void hide(HideMessages command) {
    Membership membership = memberships.requireReader(command.conversation(), command.by());
    StreamId stream = StreamId.conversation(command.conversation().value());
    long head =
        Math.min(journal.heads(List.of(stream)).getOrDefault(stream, 0L), membership.ceiling());
    for (long seq : command.seqs()) {
      if (seq < membership.joinedSeq() || seq > head) {
        throw new InvalidInput("/seqs", "There is no entry " + seq + " that you can read.");
      }
    }
    journal.appendInTransaction(
        List.of(
            new NewEntry(
                StreamId.user(command.by().value()),
                KIND,
                command.by(),
                null,
                null,
                body(command))));
  }

  /** JSON text of nothing but an id and numbers, which need no escapes. */
  private static String body(HideMessages command) {
    return command.seqs().stream()
        .map(String::valueOf)
        .collect(
            Collectors.joining(
                ",", "{\"conversation\":\"" + command.conversation() + "\",\"seqs\":[", "]}"));
  }
}
