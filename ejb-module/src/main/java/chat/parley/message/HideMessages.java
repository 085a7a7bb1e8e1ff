package chat.parley.message;

import chat.parley.conversation.ConversationId;
import chat.parley.platform.AccountId;
import java.util.List;

/**
 * Hide messages from oneself, on all of one's devices; nobody else is told.
 *
 * @param seqs their places: 1 to {@link chat.parley.platform.Limits#MESSAGES_AT_ONCE} different
 *     ones
 */
public record HideMessages(AccountId by, ConversationId conversation, List<Long> seqs) {

  public HideMessages {
    seqs = SeqList.checked("/seqs", seqs);
  }
}
