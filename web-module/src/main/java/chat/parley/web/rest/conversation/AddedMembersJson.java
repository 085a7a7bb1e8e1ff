package chat.parley.web.rest.conversation;

import chat.parley.platform.AccountId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who came into a group. */
@Schema(name = "AddedMembers", description = "Who came into a group.")
public record AddedMembersJson(
    @Schema(description = "Those who were not members before.") List<UUID> added) {

  public AddedMembersJson {
    added = List.copyOf(added);
  }

  static AddedMembersJson of(List<AccountId> people) {
    return new AddedMembersJson(people.stream().map(AccountId::value).toList());
  }
}
