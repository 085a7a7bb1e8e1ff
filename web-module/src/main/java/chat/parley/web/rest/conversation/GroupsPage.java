package chat.parley.web.rest.conversation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of groups. */
@Schema(
    name = "Groups",
    description =
        "A page of groups, newest first. It may hold fewer than the limit, since other"
            + " conversations are left out, and go on nevertheless.")
public record GroupsPage(
    List<GroupJson> items,
    @Schema(description = "Continues the list as 'after'; absent on the last page.")
        @Nullable String next) {

  public GroupsPage {
    items = List.copyOf(items);
  }
}
