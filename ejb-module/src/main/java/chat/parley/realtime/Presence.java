package chat.parley.realtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is there, as one who may know it is told.
 *
 * @param state null when the person is not connected
 * @param lastSeen to the minute; null when that is not known
 */
public record Presence(@Nullable PresenceState state, @Nullable Instant lastSeen) {

  /** Nothing is known, or nothing may be told. */
  public static final Presence UNKNOWN = new Presence(null, null);
}
