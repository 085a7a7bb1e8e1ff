package chat.parley.web.rest.conversation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of groups that were found. */
@Schema(name = "GroupsFound", description = "A page of groups that were found, best first.")
public record GroupsFoundJson(
    List<ListedGroupJson> items,
    @Schema(description = "Continues the list as 'after'; absent on the last page.")
        @Nullable String next) {

  public GroupsFoundJson {
    items = List.copyOf(items);
  }
}
