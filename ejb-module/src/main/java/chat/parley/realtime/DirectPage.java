package chat.parley.realtime;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the entries of all direct conversations of somebody.
 *
 * @param talks conversation by conversation
 * @param next where the next page begins; null on the last page
 */
public record DirectPage(List<Talk> talks, @Nullable Place next) {

  public DirectPage {
    talks = List.copyOf(talks);
  }

  /** Consecutive entries of one conversation, in order of {@code seq}. */
  public record Talk(ConversationView conversation, List<SharedEntry> entries) {

    public Talk {
      entries = List.copyOf(entries);
    }
  }

  /** Behind this entry of this conversation. */
  public record Place(ConversationId conversation, long after) {}
}
