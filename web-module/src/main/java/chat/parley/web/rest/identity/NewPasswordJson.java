package chat.parley.web.rest.identity;

import chat.parley.identity.NewPassword;
import chat.parley.identity.Password;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A password that the caller chooses. */
@Schema(name = "NewPassword", description = "A password that the caller chooses.")
public record NewPasswordJson(
    @Schema(
            description = "Any characters but control characters.",
            minLength = NewPassword.MIN_LENGTH,
            maxLength = Password.MAX_LENGTH,
            example = "four sober otters whistle")
        String password) {

  /** Without the password. */
  @Override
  public String toString() {
    return "NewPasswordJson[]";
  }
}
