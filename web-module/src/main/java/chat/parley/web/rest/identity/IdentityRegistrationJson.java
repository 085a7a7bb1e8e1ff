package chat.parley.web.rest.identity;

import chat.parley.mail.EmailAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user name for an identity at an issuer. */
@Schema(name = "IdentityRegistration", description = "A user name for an identity at an issuer.")
public record IdentityRegistrationJson(
    @Schema(description = "The proof from the problem identity-unregistered.", maxLength = 100)
        String registration,
    @Schema(
            description = UsernameSchema.DESCRIPTION,
            pattern = UsernameSchema.PATTERN,
            example = UsernameSchema.EXAMPLE)
        String username,
    @Schema(
            description = EmailSchema.AT_REGISTRATION,
            maxLength = EmailAddress.MAX_LENGTH,
            example = EmailSchema.EXAMPLE)
        @Nullable String email,
    @Nullable DeviceJson device,
    @Nullable TokenDelivery tokenDelivery) {

  /** Without the proof and the address. */
  @Override
  public String toString() {
    return "IdentityRegistrationJson[username=" + username + "]";
  }
}
