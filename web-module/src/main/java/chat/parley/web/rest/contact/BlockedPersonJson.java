package chat.parley.web.rest.contact;

import chat.parley.identity.BlockedPerson;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody whom the caller blocks. */
@Schema(name = "BlockedPerson", description = "Somebody whom the caller blocks.")
public record BlockedPersonJson(
    UUID id, @Schema(example = "ada") String username, Instant blockedAt) {

  static BlockedPersonJson of(BlockedPerson blocked) {
    return new BlockedPersonJson(
        blocked.person().id().value(), blocked.person().username(), blocked.since());
  }
}
