package chat.parley.conversation;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Make a way into a group.
 *
 * @param expiresIn at most {@link Limits#INVITE_LINK_LIFE}; null for no end
 * @param quota how many people may use it, 1 to {@value Limits#GROUP_MEMBERS}; null for any number
 */
public record CreateInviteLink(@Nullable Duration expiresIn, @Nullable Integer quota) {

  public CreateInviteLink {
    if (expiresIn != null
        && (expiresIn.toSeconds() < 1 || expiresIn.compareTo(Limits.INVITE_LINK_LIFE) > 0)) {
      throw new InvalidInput(
          "/expiresIn", "1 to " + Limits.INVITE_LINK_LIFE.toSeconds() + " seconds.");
    }
    if (quota != null && (quota < 1 || quota > Limits.GROUP_MEMBERS)) {
      throw new InvalidInput("/quota", "1 to " + Limits.GROUP_MEMBERS + " people.");
    }
  }
}
