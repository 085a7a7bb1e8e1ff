package chat.parley.web.rest.conversation;

import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** People for a group. */
@Schema(name = "AddMembers", description = "People for a group.")
public record AddMembersJson(
    @Schema(minItems = 1, maxItems = Limits.GROUP_MEMBERS_AT_ONCE) List<UUID> accounts) {

  List<AccountId> people() {
    return accounts.stream().map(AccountId::new).toList();
  }
}
