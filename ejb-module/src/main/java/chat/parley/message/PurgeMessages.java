package chat.parley.message;

import chat.parley.conversation.ConversationId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import java.util.List;
import java.util.UUID;

/**
 * Erase messages for everybody and for ever.
 *
 * @param cid the idempotency key: the same key of the same device is answered with the first result
 * @param seqs the places of the messages, as {@link SeqList} takes them
 */
public record PurgeMessages(
    AccountId by, DeviceId device, UUID cid, ConversationId conversation, List<Long> seqs) {

  public PurgeMessages {
    seqs = SeqList.checked("/seqs", seqs);
  }
}
