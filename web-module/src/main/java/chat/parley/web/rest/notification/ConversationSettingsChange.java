package chat.parley.web.rest.notification;

import chat.parley.notification.ConversationNotifications;
import chat.parley.notification.NotificationLevel;
import chat.parley.platform.InvalidInput;
import chat.parley.web.json.Words;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a member wants to be told from now on. */
@Schema(
    name = "ConversationSettingsChange",
    description = "What the caller wants to be told of a conversation; what is absent stays.")
public record ConversationSettingsChange(
    @Schema(enumeration = {"all", "mentions", "none"}) @Nullable String notifications,
    @Schema(
            description =
                "Until then about nothing (RFC 3339, UTC); a time that has passed ends it.",
            format = "date-time",
            minLength = 20,
            maxLength = 24,
            example = "2026-11-22T08:00:00.000Z")
        @Nullable String mutedUntil) {

  /** The last time that a date and time in JSON can say. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  /** What holds after the change. */
  ConversationNotifications applyTo(ConversationNotifications before, Instant now) {
    return new ConversationNotifications(
        notifications == null
            ? before.level()
            : Words.read(NotificationLevel.class, "/notifications", notifications),
        mutedUntil == null ? before.mutedUntil() : future(time(mutedUntil), now));
  }

  private static @Nullable Instant future(Instant until, Instant now) {
    return until.isAfter(now) ? until : null;
  }

  private static Instant time(String text) {
    try {
      if (text.length() <= 24 && text.endsWith("Z")) {
        Instant time = Instant.parse(text);
        if (!time.isAfter(LATEST)) {
          return time;
        }
      }
    } catch (DateTimeParseException e) {
      // Answered below, as every other text that is no time.
    }
    throw new InvalidInput("/mutedUntil", "A time such as 2026-11-22T08:00:00.000Z is expected.");
  }
}
