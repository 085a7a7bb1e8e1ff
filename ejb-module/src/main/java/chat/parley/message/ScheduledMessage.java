package chat.parley.message;

import java.time.Instant;

/**
 * A message that waits for its time.
 *
 * @param message what is sent then, under its idempotency key
 */
public record ScheduledMessage(
    ScheduledMessageId id, SendMessage message, Instant sendAt, Instant createdAt) {}
