package chat.parley.web.rest.conversation;

import chat.parley.conversation.ConversationKind;
import chat.parley.platform.InvalidInput;
import java.util.Locale;
import java.util.UUID;

/**
 * The wish to talk to somebody.
 *
 * @param member the account of the other
 * @param kind {@code sealed}
 */
public record OpenConversation(UUID member, String kind) {

  ConversationKind wantedKind() {
    for (ConversationKind known : ConversationKind.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
        return known;
      }
    }
    throw new InvalidInput("/kind", "The kind is sealed.");
  }
}
