package chat.parley.web.rest.conversation;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.InviteLinkId;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import chat.parley.web.json.StrictJson;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ids in the path of a request. */
public final class PathIds {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private PathIds() {}

  /** An id that is none belongs to no conversation of the caller: the same answer. */
  public static ConversationId conversation(String id) {
    return new ConversationId(any(id));
  }

  static InviteLinkId inviteLink(String id) {
    return new InviteLinkId(any(id));
  }

  /** The id of an account. */
  public static AccountId account(String id) {
    return new AccountId(any(id));
  }

  /** A text that is no number of an entry names nothing: the same answer. */
  public static long seq(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new NotFound();
    }
    return Long.parseLong(text);
  }

  /**
   * Any id.
   *
   * @throws NotFound when the text is none: there is nothing with that name
   */
  public static UUID any(String id) {
    UUID value = StrictJson.id(id);
    if (value == null) {
      throw new NotFound();
    }
    return value;
  }
}
