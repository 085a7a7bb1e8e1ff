package chat.parley.web.rest.message;

import chat.parley.conversation.ConversationId;
import chat.parley.message.ScheduledMessageId;
import chat.parley.platform.NotFound;
import chat.parley.web.json.StrictJson;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ids in the path of a request: one that is none names nothing, which is the same answer. */
final class PathId {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private PathId() {}

  static ConversationId conversation(String text) {
    return new ConversationId(id(text));
  }

  static ScheduledMessageId scheduled(String text) {
    return new ScheduledMessageId(id(text));
  }

  /** A text that is no number of an entry names no message: the same answer. */
  static long seq(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new NotFound();
    }
    return Long.parseLong(text);
  }

  private static UUID id(String text) {
    UUID id = StrictJson.id(text);
    if (id == null) {
      throw new NotFound();
    }
    return id;
  }
}
