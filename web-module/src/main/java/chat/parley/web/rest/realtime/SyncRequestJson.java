package chat.parley.web.rest.realtime;

import chat.parley.identity.TicketHolder;
import chat.parley.journal.StreamId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.realtime.SyncRequest;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what comes after the cursors.
 *
 * @param patience {@code wait} in seconds, a name that no record of Java can have
 */
@Schema(name = "SyncRequest", description = "Asks for what comes after the cursors.")
public record SyncRequestJson(
    @Schema(description = "The log that the cursors belong to: 'generation' of the last answer.")
        @Nullable UUID generation,
    @Schema(
            description =
                "The last entry the client has of each stream; a stream without one begins at its"
                    + " start.")
        @Nullable Map<String, Long> cursors,
    @Schema(
            description =
                "Everything up to these entries is stored on the device: sets 'delivered'.")
        @Nullable Map<String, Long> ack,
    @Schema(
            description = "'marksVersion' of the last answer; without it all watermarks are told.",
            maxLength = MARKS_VERSION_LENGTH)
        @Nullable String marksVersion,
    @Schema(
            description = "How many seconds to wait for something to come; 0 when absent.",
            minimum = "0",
            maximum = "25")
        @JsonProperty("wait")
        @Nullable Integer patience,
    @Schema(
            description = "Entries in the answer at most; 50 when absent.",
            minimum = "1",
            maximum = "" + Limits.PAGE_ITEMS)
        @Nullable Integer limit) {

  private static final int MARKS_VERSION_LENGTH = 40;
  private static final int PAGE = 50;

  SyncRequest by(TicketHolder holder) {
    String version = marksVersion;
    if (version != null && version.length() > MARKS_VERSION_LENGTH) {
      throw new InvalidInput("/marksVersion", "It is too long.");
    }
    return new SyncRequest(
        holder,
        generation,
        streams("/cursors", cursors),
        streams("/ack", ack),
        version,
        Duration.ofSeconds(patience == null ? 0 : patience),
        limit == null ? PAGE : limit);
  }

  private static Map<StreamId, Long> streams(String pointer, @Nullable Map<String, Long> named) {
    Map<StreamId, Long> streams = new HashMap<>();
    if (named == null) {
      return streams;
    }
    for (Map.Entry<String, Long> each : named.entrySet()) {
      if (each.getValue() == null) {
        throw new InvalidInput(pointer, "A whole number is expected.");
      }
      try {
        streams.put(StreamId.parse(each.getKey()), each.getValue());
      } catch (IllegalArgumentException e) {
        throw new InvalidInput(pointer, "A stream is c/, u/ or d/ and a lower-case UUID.");
      }
    }
    return streams;
  }
}
