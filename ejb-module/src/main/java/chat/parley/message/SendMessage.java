package chat.parley.message;

import chat.parley.conversation.ConversationId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Send a message to a conversation.
 *
 * @param cid the idempotency key: the same key of the same device is answered with the first result
 * @param body opaque text, 1 to {@value #MAX_BODY_BYTES} bytes of UTF-8, well-formed Unicode
 */
public record SendMessage(
    AccountId by, DeviceId device, UUID cid, ConversationId conversation, String body) {

  public static final int MAX_BODY_BYTES = Limits.MESSAGE_BODY_BYTES;

  public SendMessage {
    if (body.isEmpty()) {
      throw new InvalidInput("/body", "A message cannot be empty.");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(body)) {
      throw new InvalidInput("/body", "The message is not well-formed Unicode.");
    }
    if (body.indexOf('\0') >= 0) {
      throw new InvalidInput("/body", "A message cannot contain the character U+0000.");
    }
    if (body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY_BYTES) {
      throw new InvalidInput("/body", "A message has at most " + MAX_BODY_BYTES + " bytes.");
    }
  }
}
