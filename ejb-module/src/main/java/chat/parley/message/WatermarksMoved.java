package chat.parley.message;

import chat.parley.conversation.ConversationId;
import java.util.List;

/**
 * Fact: these members came further. Fired on the instance where it happened, after the commit.
 *
 * @param ownOnly whether each is told of himself only: the members are too many to tell everybody
 *     of everybody, or what they did is private
 */
public record WatermarksMoved(
    ConversationId conversation, List<Watermark> watermarks, boolean ownOnly) {

  public WatermarksMoved {
    watermarks = List.copyOf(watermarks);
  }
}
