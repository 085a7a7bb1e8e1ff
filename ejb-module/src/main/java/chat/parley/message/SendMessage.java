package chat.parley.message;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.Attention;
import chat.parley.media.MediaId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.Utf8;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Send a message to a conversation.
 *
 * @param cid the idempotency key: the same key of the same device is answered with the first result
 * @param epoch of the conversation's group, when it is encrypted end to end: then the body is an
 *     MLSMessage of it; null in a sealed conversation
 * @param body opaque text, 1 to {@value #MAX_BODY_BYTES} bytes of UTF-8, well-formed Unicode
 * @param expiresIn how long after it was written the message disappears, in whole seconds within
 *     the {@link Limits}; null for one that stays
 * @param attention whom it is worth calling who is away
 * @param attachments the files that go with it, at most {@link Limits#MESSAGE_ATTACHMENTS}
 *     different ones
 */
public record SendMessage(
    AccountId by,
    DeviceId device,
    UUID cid,
    ConversationId conversation,
    @Nullable Long epoch,
    String body,
    @Nullable Duration expiresIn,
    Attention attention,
    List<MediaId> attachments) {

  public static final int MAX_BODY_BYTES = Limits.MESSAGE_BODY_BYTES;

  public SendMessage {
    if (epoch != null && epoch < 0) {
      throw new InvalidInput("/epoch", "An epoch is a whole number from 0.");
    }
    if (body.isEmpty()) {
      throw new InvalidInput("/body", "A message cannot be empty.");
    }
    int bytes = Utf8.length(body);
    if (bytes < 0) {
      throw new InvalidInput("/body", "The message is not well-formed Unicode.");
    }
    if (body.indexOf('\0') >= 0) {
      throw new InvalidInput("/body", "A message cannot contain the character U+0000.");
    }
    if (bytes > MAX_BODY_BYTES) {
      throw new InvalidInput("/body", "A message has at most " + MAX_BODY_BYTES + " bytes.");
    }
    if (expiresIn != null
        && (expiresIn.compareTo(Limits.MESSAGE_EXPIRES_MIN) < 0
            || expiresIn.compareTo(Limits.MESSAGE_EXPIRES_MAX) > 0)) {
      throw new InvalidInput(
          "/expiresIn",
          "A message disappears after %d to %d seconds."
              .formatted(
                  Limits.MESSAGE_EXPIRES_MIN.toSeconds(), Limits.MESSAGE_EXPIRES_MAX.toSeconds()));
    }
    if (attention.mentioned().size() > Limits.MESSAGE_MENTIONS) {
      throw new InvalidInput(
          "/notify", "A message mentions at most " + Limits.MESSAGE_MENTIONS + " people.");
    }
    attachments = List.copyOf(attachments);
    if (attachments.size() > Limits.MESSAGE_ATTACHMENTS
        || Set.copyOf(attachments).size() < attachments.size()) {
      throw new InvalidInput(
          "/attachments",
          "A message has at most " + Limits.MESSAGE_ATTACHMENTS + " files, each once.");
    }
  }

  /** A message without files. */
  public SendMessage(
      AccountId by,
      DeviceId device,
      UUID cid,
      ConversationId conversation,
      @Nullable Long epoch,
      String body,
      @Nullable Duration expiresIn,
      Attention attention) {
    this(by, device, cid, conversation, epoch, body, expiresIn, attention, List.of());
  }

  /** A message to a sealed conversation that stays and calls everybody. */
  public SendMessage(
      AccountId by, DeviceId device, UUID cid, ConversationId conversation, String body) {
    this(by, device, cid, conversation, null, body, null, Attention.ALL);
  }

  /** Keeps the message out of logs. */
  @Override
  public String toString() {
    return "SendMessage[cid=" + cid + ", conversation=" + conversation + "]";
  }
}
