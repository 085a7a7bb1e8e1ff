package chat.parley.web.rest.identity;

import chat.parley.identity.RecoveryCodes;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the caller's account has of recovery codes. */
@Schema(name = "RecoveryCodes", description = "What the account has of recovery codes.")
public record RecoveryCodesJson(
    @Schema(description = "How many have not been used.", minimum = "0") int left,
    @Schema(description = "When they were made; absent when there are none.")
        @Nullable Instant madeAt) {

  static RecoveryCodesJson of(RecoveryCodes codes) {
    return new RecoveryCodesJson(codes.left(), codes.madeAt());
  }
}
