package chat.parley.web.rest.attachment;

import chat.parley.platform.WireBytes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a file that is about to be put. */
@Schema(name = "PartSum", description = "A part of a file that is about to be put.")
public record PartSumJson(
    @Schema(description = "SHA-256 of the part, base64url.", minLength = 43, maxLength = 43)
        String sha256) {

  private static final int BYTES = 32;

  WireBytes sum() {
    return WireBytes.read("/sha256", sha256, BYTES);
  }
}
