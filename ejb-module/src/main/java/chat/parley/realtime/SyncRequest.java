package chat.parley.realtime;

import chat.parley.identity.TicketHolder;
import chat.parley.journal.StreamId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what comes after the cursors, by a transport that cannot be pushed to.
 *
 * @param holder who asks
 * @param generation the log that the cursors belong to; null on a first visit
 * @param cursors the last entry the client has of each stream; a stream without one begins at its
 *     start
 * @param acknowledged everything up to these entries is stored on the device
 * @param marksVersion what the last answer said; null for all watermarks
 * @param patience how long to wait for something to come
 * @param limit entries in the answer, at most
 */
public record SyncRequest(
    TicketHolder holder,
    @Nullable UUID generation,
    Map<StreamId, Long> cursors,
    Map<StreamId, Long> acknowledged,
    @Nullable String marksVersion,
    Duration patience,
    int limit) {

  public SyncRequest {
    cursors = ClientFrame.Checks.cursors("/cursors", cursors);
    acknowledged = ClientFrame.Checks.cursors("/ack", acknowledged);
    if (patience.isNegative() || patience.compareTo(Limits.SYNC_WAIT) > 0) {
      throw new InvalidInput(
          "/wait", "A wait is 0 to " + Limits.SYNC_WAIT.toSeconds() + " seconds.");
    }
    if (limit < 1 || limit > Limits.PAGE_ITEMS) {
      throw new InvalidInput("/limit", "A limit is 1 to " + Limits.PAGE_ITEMS + ".");
    }
  }
}
