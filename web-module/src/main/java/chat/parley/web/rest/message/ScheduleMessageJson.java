package chat.parley.web.rest.message;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.Attention;
import chat.parley.message.SendMessage;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish to send a message later. */
@Schema(name = "ScheduleMessage", description = "A message to be sent later.")
public record ScheduleMessageJson(
    @Schema(description = "The idempotency key that the message is sent under.") UUID cid,
    @Schema(description = "As in a frame 'send'.", minLength = 1, maxLength = 65536) String body,
    @Schema(description = "To come, within 365 days. RFC 3339, UTC.") Instant sendAt,
    @Schema(
            description = "Seconds after which the message disappears once it was sent.",
            minimum = "5",
            maximum = "31536000")
        @Nullable Integer expiresIn,
    @Schema(
            description = "Whom it calls by name, also those who want to hear of mentions only.",
            maxItems = 50)
        @Nullable List<UUID> mentions) {

  SendMessage message(AccountId by, DeviceId device, ConversationId conversation) {
    return new SendMessage(
        by,
        device,
        cid,
        conversation,
        null,
        body,
        expiresIn == null ? null : Duration.ofSeconds(expiresIn),
        attention());
  }

  private Attention attention() {
    List<UUID> named = mentions == null ? List.of() : mentions;
    if (named.size() > Limits.MESSAGE_MENTIONS) {
      throw new InvalidInput(
          "/mentions", "A message mentions at most " + Limits.MESSAGE_MENTIONS + " people.");
    }
    return Attention.mentioning(named.stream().map(AccountId::new).collect(Collectors.toSet()));
  }
}
