package chat.parley.web.rest.trust;

import chat.parley.trust.Checkpoint;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A checkpoint. */
@Schema(name = "KeyLogCheckpoint", description = "A checkpoint of the log of keys.")
public record CheckpointJson(
    @Schema(description = "A signed note: origin, size, root hash in base64, signatures.")
        String note,
    @Schema(description = "Who signs: verifier keys of signed notes, the oldest first.")
        List<String> keys) {

  static CheckpointJson of(Checkpoint checkpoint) {
    return new CheckpointJson(checkpoint.note(), checkpoint.keys());
  }
}
