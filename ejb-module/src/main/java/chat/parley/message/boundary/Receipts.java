package chat.parley.message.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Seat;
import chat.parley.message.Watermark;
import chat.parley.message.control.WatermarkWriter;
import chat.parley.platform.AccountId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Delivered and read, as watermarks (never a row per message). They only rise; what lies beyond the
 * end of the conversation counts as its end, what a non-member says counts for nothing, and who has
 * read has also received.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class Receipts {

  @Inject private WatermarkWriter watermarks;

  /** One of the account's devices has stored everything up to {@code seq}; returns at once. */
  public void delivered(AccountId account, ConversationId conversation, long seq) {
    watermarks.raise(new Seat(conversation, account), seq, 0);
  }

  /** The account has seen everything up to {@code seq}; returns at once. */
  public void read(AccountId account, ConversationId conversation, long seq) {
    watermarks.raise(new Seat(conversation, account), seq, seq);
  }

  /**
   * The watermarks of all members that have moved, as they are stored: moves of the last fifth of a
   * second may be missing and follow as {@link chat.parley.message.WatermarksMoved}.
   *
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public List<Watermark> of(ConversationId conversation) {
    return of(List.of(conversation)).getOrDefault(conversation, List.of());
  }

  /** The same of several conversations in one read; those where nobody has moved are left out. */
  public Map<ConversationId, List<Watermark>> of(Collection<ConversationId> conversations) {
    return watermarks.of(conversations);
  }
}
