package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** User name and password. */
@Schema(name = "PasswordSignIn", description = "User name and password.")
public record PasswordJson(
    @Schema(
            description = "Letters a-z, digits, dots, underscores, hyphens; kept in lower case.",
            pattern = "^[A-Za-z][A-Za-z0-9._-]{2,31}$",
            example = "ada")
        String username,
    @Schema(
            description = "Any characters but control characters.",
            minLength = 8,
            maxLength = 128,
            example = "correct horse battery staple")
        String password,
    @Nullable DeviceJson device,
    @Nullable TokenDelivery tokenDelivery) {

  /** Without the password. */
  @Override
  public String toString() {
    return "PasswordJson[username=" + username + "]";
  }
}
