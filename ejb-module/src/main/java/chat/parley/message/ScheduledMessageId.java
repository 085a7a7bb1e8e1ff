package chat.parley.message;

import chat.parley.platform.Ids;
import java.util.UUID;

/** The id of a message that waits for its time. */
public record ScheduledMessageId(UUID value) {

  public static ScheduledMessageId next() {
    return new ScheduledMessageId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
