package chat.parley.web.rest.trust;

import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import chat.parley.trust.SealedVerifications;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a person has verified. */
@Schema(name = "Verifications", description = "Whom a person has verified, sealed.")
public record VerificationsJson(
    @Schema(description = "Counts the changes, from 1.", minimum = "1") Long version,
    @Schema(
            description = "In base64url.",
            minLength = 1,
            maxLength = (Limits.VERIFICATIONS_BYTES * 4 + 2) / 3)
        String sealed) {

  static VerificationsJson of(SealedVerifications kept) {
    return new VerificationsJson(kept.version(), kept.sealed().text());
  }

  SealedVerifications wish() {
    return new SealedVerifications(
        version, WireBytes.read("/sealed", sealed, Limits.VERIFICATIONS_BYTES));
  }
}
