package chat.parley.web.rest.notification;

import chat.parley.notification.ConversationNotifications;
import chat.parley.web.json.Words;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a member wants to be told of a conversation. */
@Schema(
    name = "ConversationSettings",
    description = "What the caller wants to be told of a conversation, on all own devices.")
public record ConversationSettingsJson(
    @Schema(
            description = "About every message, about those that name the caller, or about none.",
            enumeration = {"all", "mentions", "none"})
        String notifications,
    @Schema(description = "Until then about nothing; absent when not muted.")
        @Nullable Instant mutedUntil) {

  public static ConversationSettingsJson of(ConversationNotifications wish) {
    return new ConversationSettingsJson(Words.of(wish.level()), wish.mutedUntil());
  }
}
