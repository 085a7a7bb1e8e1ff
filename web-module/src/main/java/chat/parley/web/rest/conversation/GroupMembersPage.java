package chat.parley.web.rest.conversation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of members. */
@Schema(name = "GroupMembers", description = "A page of members, in the order of their ids.")
public record GroupMembersPage(
    List<GroupMemberJson> items,
    @Schema(description = "Continues the list as 'after'; absent on the last page.")
        @Nullable String next) {

  public GroupMembersPage {
    items = List.copyOf(items);
  }
}
