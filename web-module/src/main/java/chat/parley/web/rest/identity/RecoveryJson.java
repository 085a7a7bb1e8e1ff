package chat.parley.web.rest.identity;

import chat.parley.identity.NewPassword;
import chat.parley.identity.Password;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What opens a lost account. */
@Schema(name = "Recovery", description = "What opens a lost account.")
public record RecoveryJson(
    @Schema(description = "What stands behind the # of the link.", maxLength = 100) String token,
    @Schema(
            description = "One of the recovery codes, in any case, with or without hyphens.",
            maxLength = 40,
            example = "7Q2K-9ZXA-0M3C-VT5H")
        String code,
    @Schema(
            description = "The new password: any characters but control characters.",
            minLength = NewPassword.MIN_LENGTH,
            maxLength = Password.MAX_LENGTH,
            example = "four sober otters whistle")
        String password,
    @Nullable DeviceJson device,
    @Nullable TokenDelivery tokenDelivery) {

  /** Without its secrets. */
  @Override
  public String toString() {
    return "RecoveryJson[]";
  }
}
