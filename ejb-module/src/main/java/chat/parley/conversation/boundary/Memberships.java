package chat.parley.conversation.boundary;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Membership;
import chat.parley.platform.AccountId;
import java.util.List;

/** Who belongs to what: the one door that grants access to a conversation. */
public class Memberships {

  /**
   * The membership that every use of a conversation begins with.
   *
   * @throws chat.parley.platform.NotFound when the account is not a member, or there is no such
   *     conversation: the caller cannot tell which
   */
  public Membership requireMember(ConversationId conversation, AccountId account) {
    throw new UnsupportedOperationException("signature only");
  }

  /** All memberships of an account. */
  public List<Membership> of(AccountId account) {
    throw new UnsupportedOperationException("signature only");
  }

  /** All members of a conversation. */
  public List<Membership> members(ConversationId conversation) {
    throw new UnsupportedOperationException("signature only");
  }
}
