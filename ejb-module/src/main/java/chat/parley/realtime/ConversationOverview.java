package chat.parley.realtime;

import chat.parley.conversation.ConversationView;
import chat.parley.identity.AccountView;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with all that a list of conversations shows.
 *
 * @param people the members that still have an account
 * @param head the newest entry
 * @param presence how the other is there; null unless there is one other
 */
public record ConversationOverview(
    ConversationView conversation,
    Map<AccountId, AccountView> people,
    long head,
    List<Watermark> watermarks,
    @Nullable Presence presence) {

  public ConversationOverview {
    people = Map.copyOf(people);
    watermarks = List.copyOf(watermarks);
  }
}
