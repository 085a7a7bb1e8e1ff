package chat.parley.message.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Seat;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.message.Watermark;
import chat.parley.message.WatermarksMoved;
import chat.parley.message.control.WatermarkWriter;
import chat.parley.platform.AccountId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Delivered and read, as watermarks (never a row per message). They only rise; what lies beyond the
 * end of the conversation counts as its end, what a non-member says counts for nothing, and who has
 * read has also received.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class Receipts {

  @Inject private WatermarkWriter watermarks;
  @Inject private Memberships memberships;

  /** One of the account's devices has stored everything up to {@code seq}; returns at once. */
  public void delivered(AccountId account, ConversationId conversation, long seq) {
    watermarks.raise(new Seat(conversation, account), seq, 0);
  }

  /** The account has seen everything up to {@code seq}; returns at once. */
  public void read(AccountId account, ConversationId conversation, long seq) {
    watermarks.raise(new Seat(conversation, account), seq, seq);
  }

  /**
   * The watermarks that the viewer is told of, as they are stored: those of all members that have
   * moved; in a large group, and in one that he has left, his own. Moves of the last fifth of a
   * second may be missing and follow as {@link chat.parley.message.WatermarksMoved}.
   *
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public List<Watermark> of(ConversationId conversation, AccountId viewer) {
    return of(List.of(conversation), viewer).getOrDefault(conversation, List.of());
  }

  /**
   * The watermarks of everybody in a conversation, for those who tell others of them.
   *
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public WatermarksMoved all(ConversationId conversation) {
    List<ConversationId> one = List.of(conversation);
    return new WatermarksMoved(
        conversation,
        watermarks.all(one).getOrDefault(conversation, List.of()),
        !memberships.large(one).isEmpty());
  }

  /** The same of several conversations in one read; those where nobody has moved are left out. */
  public Map<ConversationId, List<Watermark>> of(
      Collection<ConversationId> conversations, AccountId viewer) {
    Set<ConversationId> ownOnly = new HashSet<>(conversations);
    List<Seat> seats = conversations.stream().map(each -> new Seat(each, viewer)).toList();
    memberships.taken(seats).forEach(seat -> ownOnly.remove(seat.conversation()));
    ownOnly.addAll(memberships.large(conversations));
    return watermarks.of(conversations, ownOnly, viewer);
  }
}
