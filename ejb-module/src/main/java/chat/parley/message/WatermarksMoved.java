package chat.parley.message;

import chat.parley.conversation.ConversationId;
import java.util.List;

/** Fact: these members came further. Fired on the instance where it happened, after the commit. */
public record WatermarksMoved(ConversationId conversation, List<Watermark> watermarks) {

  public WatermarksMoved {
    watermarks = List.copyOf(watermarks);
  }
}
