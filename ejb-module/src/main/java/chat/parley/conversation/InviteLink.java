package chat.parley.conversation;

import chat.parley.platform.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way into a group for whoever has its token. Good while its maker may invite people.
 *
 * @param expiresAt null for no end
 * @param quota how many people may use it; null for any number
 * @param uses how many joined by it, or asked to
 */
public record InviteLink(
    InviteLinkId id,
    AccountId createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Integer quota,
    int uses) {

  /** Whether it lets one more in, as far as time and number go. */
  public boolean isOpen(Instant now) {
    return (expiresAt == null || now.isBefore(expiresAt)) && (quota == null || uses < quota);
  }
}
