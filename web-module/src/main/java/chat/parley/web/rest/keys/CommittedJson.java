package chat.parley.web.rest.keys;

import chat.parley.keys.Committed;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A commit that is in the log. */
@Schema(name = "Committed", description = "A commit that is in the log, as entry mls.commit.")
public record CommittedJson(
    @Schema(description = "The epoch that follows.", minimum = "1") long epoch,
    @Schema(description = "Its number in the conversation.", minimum = "1") long seq,
    Instant at) {

  static CommittedJson of(Committed committed) {
    return new CommittedJson(committed.epoch(), committed.seq(), committed.at());
  }
}
