package chat.parley.web.rest.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of conversations.
 *
 * @param next continues the list as {@code after}; absent on the last page
 */
public record ConversationsPage(List<ConversationJson> items, @Nullable String next) {

  public ConversationsPage {
    items = List.copyOf(items);
  }
}
