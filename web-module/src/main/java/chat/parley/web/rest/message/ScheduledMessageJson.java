package chat.parley.web.rest.message;

import chat.parley.message.ScheduledMessage;
import chat.parley.message.SendMessage;
import chat.parley.platform.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message that waits for its time. */
@Schema(name = "ScheduledMessage", description = "A message that waits for its time.")
public record ScheduledMessageJson(
    UUID id,
    @Schema(description = "The idempotency key that the message is sent under.") UUID cid,
    @Schema(description = "The device that it is sent as.") UUID device,
    String body,
    Instant sendAt,
    Instant createdAt,
    @Schema(description = "Absent when the message stays.", minimum = "5") @Nullable Long expiresIn,
    List<UUID> mentions) {

  public ScheduledMessageJson {
    mentions = List.copyOf(mentions);
  }

  static ScheduledMessageJson of(ScheduledMessage scheduled) {
    SendMessage message = scheduled.message();
    Duration expiresIn = message.expiresIn();
    return new ScheduledMessageJson(
        scheduled.id().value(),
        message.cid(),
        message.device().value(),
        message.body(),
        scheduled.sendAt(),
        scheduled.createdAt(),
        expiresIn == null ? null : expiresIn.toSeconds(),
        message.attention().mentioned().stream().map(AccountId::value).sorted().toList());
  }
}
