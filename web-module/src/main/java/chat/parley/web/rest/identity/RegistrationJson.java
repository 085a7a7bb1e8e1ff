package chat.parley.web.rest.identity;

import chat.parley.identity.NewPassword;
import chat.parley.identity.Password;
import chat.parley.mail.EmailAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a new account with a password begins with. */
@Schema(
    name = "PasswordRegistration",
    description = "What a new account with a password begins with.")
public record RegistrationJson(
    @Schema(
            description = UsernameSchema.DESCRIPTION,
            pattern = UsernameSchema.PATTERN,
            example = UsernameSchema.EXAMPLE)
        String username,
    @Schema(
            description = "Any characters but control characters.",
            minLength = NewPassword.MIN_LENGTH,
            maxLength = Password.MAX_LENGTH,
            example = "four sober otters whistle")
        String password,
    @Schema(
            description = EmailSchema.AT_REGISTRATION,
            maxLength = EmailAddress.MAX_LENGTH,
            example = EmailSchema.EXAMPLE)
        @Nullable String email,
    @Nullable DeviceJson device,
    @Nullable TokenDelivery tokenDelivery) {

  /** Without password and address. */
  @Override
  public String toString() {
    return "RegistrationJson[username=" + username + "]";
  }
}
