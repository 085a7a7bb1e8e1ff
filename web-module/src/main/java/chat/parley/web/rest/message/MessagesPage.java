package chat.parley.web.rest.message;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of messages. */
@Schema(
    name = "Messages",
    description =
        "A page of messages, those of one conversation in order of seq. It may hold fewer than the"
            + " limit, since other entries are left out, and go on nevertheless.")
public record MessagesPage(
    List<MessageJson> items,
    @Schema(
            description =
                "Continues the list in the same direction, as 'before' or 'after'; absent on the"
                    + " last page.")
        @Nullable String next) {

  public MessagesPage {
    items = List.copyOf(items);
  }
}
