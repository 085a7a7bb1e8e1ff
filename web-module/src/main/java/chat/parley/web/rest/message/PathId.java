package chat.parley.web.rest.message;

import chat.parley.conversation.ConversationId;
import chat.parley.message.ScheduledMessageId;
import chat.parley.platform.NotFound;
import chat.parley.web.json.StrictJson;
import java.util.UUID;

/** The ids in the path of a request: one that is none names nothing, which is the same answer. */
final class PathId {

  private PathId() {}

  static ConversationId conversation(String text) {
    return new ConversationId(id(text));
  }

  static ScheduledMessageId scheduled(String text) {
    return new ScheduledMessageId(id(text));
  }

  private static UUID id(String text) {
    UUID id = StrictJson.id(text);
    if (id == null) {
      throw new NotFound();
    }
    return id;
  }
}
