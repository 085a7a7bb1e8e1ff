package chat.parley.web.rest.conversation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ways into a group. */
@Schema(name = "InviteLinks", description = "The ways into a group, newest first.")
public record InviteLinksPage(List<InviteLinkJson> items) {

  public InviteLinksPage {
    items = List.copyOf(items);
  }
}
