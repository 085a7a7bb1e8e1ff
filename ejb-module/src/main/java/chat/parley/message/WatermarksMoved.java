package chat.parley.message;

import chat.parley.conversation.ConversationId;
import java.util.List;

/**
 * Fact: these members came further. Fired on the instance where it happened, after the commit.
 *
 * @param large whether the members are too many to tell everybody of everybody: each is told of
 *     himself only
 */
public record WatermarksMoved(
    ConversationId conversation, List<Watermark> watermarks, boolean large) {

  public WatermarksMoved {
    watermarks = List.copyOf(watermarks);
  }
}
