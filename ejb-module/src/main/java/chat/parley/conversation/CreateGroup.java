package chat.parley.conversation;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Create a group.
 *
 * @param key the idempotency key: the same key of the same person gives the group it gave first;
 *     null when the wish will not be repeated
 * @param name 1 to {@value Limits#GROUP_NAME_LENGTH} characters; blanks around it do not count
 * @param description at most {@value Limits#GROUP_DESCRIPTION_LENGTH} characters, possibly none
 * @param members who else belongs to it, at most {@value Limits#GROUP_MEMBERS_AT_ONCE}
 */
public record CreateGroup(
    @Nullable UUID key,
    ConversationKind kind,
    String name,
    String description,
    List<AccountId> members,
    GroupSettings settings) {

  public CreateGroup {
    name = GroupTexts.name(name);
    description = GroupTexts.description(description);
    members = List.copyOf(members);
    if (members.size() > Limits.GROUP_MEMBERS_AT_ONCE) {
      throw new InvalidInput(
          "/members", "At most " + Limits.GROUP_MEMBERS_AT_ONCE + " people at once.");
    }
  }
}
