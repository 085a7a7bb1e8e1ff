package chat.parley.web.rest.identity;

import chat.parley.identity.SessionId;
import chat.parley.identity.SessionView;
import chat.parley.web.json.Words;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One open session of the caller. */
@Schema(name = "Session", description = "An open session of the caller.")
public record SessionJson(
    UUID id,
    UUID deviceId,
    @Nullable String deviceName,
    @Schema(enumeration = {"password", "wallet", "passkey", "oidc", "recovery"}) String method,
    Instant createdAt,
    @Schema(description = "To the minute.") Instant lastSeenAt,
    @Schema(description = "The absolute limit.") Instant expiresAt,
    @Schema(description = "Whether this is the session that asks.") boolean current) {

  static SessionJson of(SessionView session, SessionId caller) {
    return new SessionJson(
        session.id().value(),
        session.device().value(),
        session.deviceName(),
        Words.of(session.method()),
        session.createdAt(),
        session.lastSeenAt(),
        session.expiresAt(),
        session.id().equals(caller));
  }
}
