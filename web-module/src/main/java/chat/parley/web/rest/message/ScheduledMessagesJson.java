package chat.parley.web.rest.message;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All messages of somebody that wait in a conversation. */
@Schema(
    name = "ScheduledMessages",
    description = "The caller's messages that wait, in the order of their times.")
public record ScheduledMessagesJson(@Schema(maxItems = 100) List<ScheduledMessageJson> items) {

  public ScheduledMessagesJson {
    items = List.copyOf(items);
  }
}
