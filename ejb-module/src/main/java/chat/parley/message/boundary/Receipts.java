package chat.parley.message.boundary;

import chat.parley.conversation.ConversationId;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import java.util.List;

/** Delivered and read, as watermarks (never a row per message). */
public class Receipts {

  /** One of the account's devices has stored everything up to {@code seq}; returns at once. */
  public void delivered(AccountId account, ConversationId conversation, long seq) {
    throw new UnsupportedOperationException("signature only");
  }

  /** The account has seen everything up to {@code seq}; returns at once. */
  public void read(AccountId account, ConversationId conversation, long seq) {
    throw new UnsupportedOperationException("signature only");
  }

  /** The watermarks of all members that have moved. */
  public List<Watermark> of(ConversationId conversation) {
    throw new UnsupportedOperationException("signature only");
  }
}
