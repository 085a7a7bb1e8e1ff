package chat.parley.web.rest.conversation;

import chat.parley.conversation.GroupRole;
import chat.parley.web.json.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role in a group. */
@Schema(name = "Role", description = "A role in a group.")
public record RoleJson(@Schema(enumeration = {"member", "admin", "owner"}) String role) {

  GroupRole wanted() {
    return Words.read(GroupRole.class, "/role", role);
  }
}
