package chat.parley.message.boundary;

import chat.parley.journal.Appended;
import chat.parley.message.SendMessage;
import java.util.concurrent.CompletionStage;

/** Send messages. */
public class MessageService {

  /**
   * Sends a message.
   *
   * @return completes after the commit; fails with {@link chat.parley.platform.NotFound} when the
   *     sender is not a member
   */
  public CompletionStage<Appended> send(SendMessage command) {
    throw new UnsupportedOperationException("signature only");
  }
}
