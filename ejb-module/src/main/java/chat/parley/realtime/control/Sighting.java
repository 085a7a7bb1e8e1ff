package chat.parley.realtime.control;

import chat.parley.platform.AccountId;
import chat.parley.realtime.PresenceState;
import org.jspecify.annotations.Nullable;

/**
 * What one instance says of somebody.
 *
 * @param state null when the person is not there any more
 */
public record Sighting(AccountId account, @Nullable PresenceState state) {}
