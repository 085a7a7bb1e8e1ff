package chat.parley.web.rest.trust;

import chat.parley.platform.WireBytes;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proof. */
@Schema(name = "KeyLogProof", description = "A proof about the log of keys.")
public record ProofJson(
    @Schema(description = "In the order of RFC 9162; 32 bytes each, in base64url.")
        List<String> hashes) {

  static ProofJson of(List<WireBytes> hashes) {
    return new ProofJson(hashes.stream().map(WireBytes::text).toList());
  }
}
