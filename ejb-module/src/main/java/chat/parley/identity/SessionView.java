package chat.parley.identity;

import chat.parley.platform.DeviceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param lastSeenAt to the minute
 * @param expiresAt the absolute limit
 */
public record SessionView(
    SessionId id,
    DeviceId device,
    @Nullable String deviceName,
    SignInMethod method,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt) {}
