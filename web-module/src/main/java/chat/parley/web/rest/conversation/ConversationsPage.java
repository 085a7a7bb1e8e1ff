package chat.parley.web.rest.conversation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of conversations. */
@Schema(name = "Conversations", description = "A page of conversations, newest first.")
public record ConversationsPage(
    List<ConversationJson> items,
    @Schema(description = "Continues the list as 'after'; absent on the last page.")
        @Nullable String next) {

  public ConversationsPage {
    items = List.copyOf(items);
  }
}
