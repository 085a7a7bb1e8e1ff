package chat.parley.message.boundary;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.boundary.Conversations;
import chat.parley.identity.boundary.Accounts;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.NotFound;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;

/** The sealed conversation of two people, for programs that name the other and not it. */
@Stateless
public class DirectMessages {

  @EJB private Accounts accounts;
  @EJB private Conversations conversations;

  /**
   * The conversation with somebody; opened when there is none.
   *
   * @param recipient a user name or an id
   * @throws NotFound when there is nobody by this name or id whom one may write to
   * @throws InvalidInput when it is the caller
   */
  public ConversationId open(AccountId me, String recipient) {
    AccountId other = other(me, recipient);
    return conversations
        .findDirect(me, other, ConversationKind.SEALED)
        .orElseGet(
            () -> conversations.openDirect(me, other, ConversationKind.SEALED).conversation().id());
  }

  /**
   * The conversation with somebody.
   *
   * @param recipient a user name or an id
   * @throws NotFound when there is none, or nobody by this name or id: the caller cannot tell which
   * @throws InvalidInput when it is the caller
   */
  public ConversationId find(AccountId me, String recipient) {
    return conversations
        .findDirect(me, other(me, recipient), ConversationKind.SEALED)
        .orElseThrow(NotFound::new);
  }

  private AccountId other(AccountId me, String recipient) {
    AccountId other = accounts.named(recipient).id();
    if (other.equals(me)) {
      throw new InvalidInput("/recipient", "You cannot write to yourself.");
    }
    return other;
  }
}
