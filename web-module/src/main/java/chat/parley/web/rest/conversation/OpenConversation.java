package chat.parley.web.rest.conversation;

import chat.parley.conversation.ConversationKind;
import chat.parley.web.json.Words;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish to talk to somebody. */
@Schema(name = "OpenConversation", description = "The wish to talk to somebody.")
public record OpenConversation(
    @Schema(description = "The account of the other.") UUID member,
    @Schema(enumeration = {"sealed", "e2ee"}) String kind) {

  ConversationKind wantedKind() {
    return Words.read(ConversationKind.class, "/kind", kind);
  }
}
