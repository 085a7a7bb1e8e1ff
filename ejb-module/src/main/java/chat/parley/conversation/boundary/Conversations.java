package chat.parley.conversation.boundary;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.OpenedConversation;
import chat.parley.platform.AccountId;
import chat.parley.platform.Page;
import org.jspecify.annotations.Nullable;

/** Open and list conversations. */
public class Conversations {

  /** Opens the one conversation of two people, or finds it: any number of calls make one. */
  public OpenedConversation openDirect(AccountId me, AccountId other, ConversationKind kind) {
    throw new UnsupportedOperationException("signature only");
  }

  /**
   * The conversation, for one of its members.
   *
   * @throws chat.parley.platform.NotFound when the viewer is not a member
   */
  public ConversationView get(ConversationId conversation, AccountId viewer) {
    throw new UnsupportedOperationException("signature only");
  }

  /**
   * The viewer's conversations, newest first by creation.
   *
   * @param after the cursor of the page before; null for the first
   * @param limit 1 to 200
   */
  public Page<ConversationView> list(AccountId viewer, @Nullable String after, int limit) {
    throw new UnsupportedOperationException("signature only");
  }
}
