package chat.parley.realtime;

import chat.parley.conversation.ConversationView;
import chat.parley.identity.AccountView;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import java.util.List;
import java.util.Map;

/**
 * A conversation with all that a list of conversations shows.
 *
 * @param people the members that still have an account
 * @param head the newest entry
 */
public record ConversationOverview(
    ConversationView conversation,
    Map<AccountId, AccountView> people,
    long head,
    List<Watermark> watermarks) {

  public ConversationOverview {
    people = Map.copyOf(people);
    watermarks = List.copyOf(watermarks);
  }
}
