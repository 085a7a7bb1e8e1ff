package chat.parley.attachment;

import chat.parley.conversation.ConversationId;
import chat.parley.media.MediaId;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;

/**
 * Begin to upload a file for a message of a conversation.
 *
 * @param id chosen by the sender, so that the message can be written before the file has arrived
 * @param bytes of the ciphertext
 */
public record BeginAttachment(AccountId by, ConversationId conversation, MediaId id, long bytes) {

  public BeginAttachment {
    if (bytes < 1) {
      throw new InvalidInput("/size", "A file has at least one byte.");
    }
  }
}
