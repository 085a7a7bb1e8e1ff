package chat.parley.conversation.boundary;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Membership;
import chat.parley.conversation.Seat;
import chat.parley.conversation.control.ConversationRecords;
import chat.parley.conversation.control.MemberCache;
import chat.parley.conversation.control.MembersOnly;
import chat.parley.journal.AppendGuard;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who belongs to what: the one door that grants access to a conversation. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class Memberships {

  @PersistenceContext(unitName = "parley")
  private EntityManager entities;

  @Inject private MemberCache cache;

  /**
   * The membership that every use of a conversation begins with.
   *
   * @throws NotFound when the account is not a member, or there is no such conversation: the caller
   *     cannot tell which
   */
  public Membership requireMember(ConversationId conversation, AccountId account) {
    return members(conversation).stream()
        .filter(member -> member.account().equals(account))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** All memberships of an account. */
  public List<Membership> of(AccountId account) {
    return new ConversationRecords(entities).of(account);
  }

  /** All members of a conversation, in the order of their ids; empty when there is none. */
  public List<Membership> members(ConversationId conversation) {
    return cache.members(conversation, new ConversationRecords(entities)::members);
  }

  /** Those of the seats that are taken. */
  public Set<Seat> taken(Collection<Seat> seats) {
    return seats.stream()
        .filter(
            seat ->
                members(seat.conversation()).stream()
                    .anyMatch(member -> member.account().equals(seat.account())))
        .collect(Collectors.toSet());
  }

  /**
   * The guard for entries that members write to a conversation: refuses everybody else's with
   * {@link NotFound}, as of the very {@code seq} the entry would get.
   */
  public AppendGuard membersOnly() {
    return MembersOnly.GUARD;
  }
}
