package chat.parley.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member wants to hear of a conversation.
 *
 * @param mutedUntil until then nothing, whatever the level says; null when not muted
 */
public record ConversationNotifications(NotificationLevel level, @Nullable Instant mutedUntil) {

  /** What holds until a member says otherwise. */
  public static final ConversationNotifications DEFAULT =
      new ConversationNotifications(NotificationLevel.ALL, null);

  /** Whether nothing of the conversation is to be told at this time. */
  public boolean isSilent(Instant now) {
    return level == NotificationLevel.NONE || (mutedUntil != null && now.isBefore(mutedUntil));
  }
}
