package chat.parley.message.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Seat;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.Authorship;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.NotYourMessage;
import chat.parley.message.Receipt;
import chat.parley.message.Watermark;
import chat.parley.message.WatermarksMoved;
import chat.parley.message.control.WatermarkWriter;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Delivered and read, as watermarks (never a row per message). They only rise; what lies beyond the
 * end of the conversation counts as its end, what a non-member says counts for nothing, and who has
 * read has also received. They move by {@link Acknowledgements}.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class Receipts {

  @Inject private WatermarkWriter watermarks;
  @EJB private Memberships memberships;
  @EJB private Journal journal;

  /**
   * The watermarks that the viewer is told of, as they are stored: those of all members that have
   * moved; in a large group, and in one that he has left, his own. What he has read privately
   * himself is among them; what others have read is not when he tells nobody what he reads. Moves
   * of the last fifth of a second may be missing and follow as {@link
   * chat.parley.message.WatermarksMoved}.
   *
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public List<Watermark> of(ConversationId conversation, AccountId viewer) {
    return of(List.of(conversation), viewer).getOrDefault(conversation, List.of());
  }

  /**
   * What everybody may know of everybody in a conversation, for those who tell others of it.
   *
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public WatermarksMoved all(ConversationId conversation) {
    List<ConversationId> one = List.of(conversation);
    return new WatermarksMoved(
        conversation, watermarks.all(conversation), !memberships.large(one).isEmpty());
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

  /**
   * How far a message has come with these members, however many the conversation has. Who reads
   * privately has received it; and so have all when the author tells nobody what he reads himself.
   *
   * @throws NotFound when there is no such message that the account can read
   * @throws NotYourMessage when the account did not write it
   */
  public Map<AccountId, Receipt> ofMessage(
      ConversationId conversation, long seq, AccountId author, Collection<AccountId> members) {
    StreamId stream = StreamId.conversation(conversation.value());
    Authorship authorship =
        memberships.requireMember(conversation, author).joinedSeq() > seq
            ? null
            : journal.authors(stream, List.of(seq)).get(seq);
    if (authorship == null || !authorship.kind().equals(MessageService.KIND)) {
      throw new NotFound();
    }
    if (!author.equals(authorship.by())) {
      throw new NotYourMessage(seq);
    }
    Map<AccountId, Receipt> found = new HashMap<>();
    members.forEach(member -> found.put(member, Receipt.SENT));
    for (Watermark mark : watermarks.of(conversation, members, author)) {
      if (mark.read() >= seq) {
        found.put(mark.account(), Receipt.READ);
      } else if (mark.delivered() >= seq) {
        found.put(mark.account(), Receipt.DELIVERED);
      }
    }
    return found;
  }
}
