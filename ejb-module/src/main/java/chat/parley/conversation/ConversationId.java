package chat.parley.conversation;

import chat.parley.platform.Ids;
import java.util.UUID;

/** The opaque id of a conversation; its stream is {@code c/<id>}. */
public record ConversationId(UUID value) {

  public static ConversationId next() {
    return new ConversationId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
