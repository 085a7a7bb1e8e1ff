package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user name for a proven wallet. */
@Schema(name = "WalletRegistration", description = "A user name for a proven wallet.")
public record WalletRegistrationJson(
    @Schema(description = "The proof from the problem wallet-unregistered.", maxLength = 100)
        String registration,
    @Schema(
            description = UsernameSchema.DESCRIPTION,
            pattern = UsernameSchema.PATTERN,
            example = UsernameSchema.EXAMPLE)
        String username,
    @Nullable DeviceJson device,
    @Nullable TokenDelivery tokenDelivery) {

  /** Without the proof. */
  @Override
  public String toString() {
    return "WalletRegistrationJson[username=" + username + "]";
  }
}
