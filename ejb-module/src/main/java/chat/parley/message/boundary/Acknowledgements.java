package chat.parley.message.boundary;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Seat;
import chat.parley.message.control.WatermarkWriter;
import chat.parley.platform.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Takes what people have received and read; {@link Receipts} tells of it. Returns at once: what
 * moves is written a few times a second, for all of them together.
 */
@ApplicationScoped
public class Acknowledgements {

  @Inject private WatermarkWriter watermarks;

  /** One of the account's devices has stored everything up to {@code seq}. */
  public void delivered(AccountId account, ConversationId conversation, long seq) {
    watermarks.raise(new Seat(conversation, account), seq, 0);
  }

  /** The account has seen everything up to {@code seq}. */
  public void read(AccountId account, ConversationId conversation, long seq) {
    watermarks.raise(new Seat(conversation, account), seq, seq);
  }

  /** The same, told to nobody but the account's own devices. */
  public void readPrivately(AccountId account, ConversationId conversation, long seq) {
    watermarks.raisePrivately(new Seat(conversation, account), seq);
  }
}
