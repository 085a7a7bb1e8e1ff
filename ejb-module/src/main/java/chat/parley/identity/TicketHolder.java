package chat.parley.identity;

import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import java.time.Instant;

/**
 * Whom a redeemed socket ticket stands for.
 *
 * @param expiresAt when the session's absolute limit ends it, unless it is revoked or idle before
 */
public record TicketHolder(
    AccountId account, SessionId session, DeviceId device, Instant expiresAt) {}
