package chat.parley.web.rest.identity;

import chat.parley.identity.Password;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** User name and password. */
@Schema(name = "PasswordSignIn", description = "User name and password.")
public record PasswordJson(
    @Schema(
            description = UsernameSchema.DESCRIPTION,
            pattern = UsernameSchema.PATTERN,
            example = UsernameSchema.EXAMPLE)
        String username,
    @Schema(
            description = "Any characters but control characters.",
            minLength = 1,
            maxLength = Password.MAX_LENGTH,
            example = "four sober otters whistle")
        String password,
    @Nullable DeviceJson device,
    @Nullable TokenDelivery tokenDelivery) {

  /** Without the password. */
  @Override
  public String toString() {
    return "PasswordJson[username=" + username + "]";
  }
}
