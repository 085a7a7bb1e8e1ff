package chat.parley.web.rest.identity;

import chat.parley.identity.Password;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The password of the caller's account. */
@Schema(name = "PasswordProof", description = "The password of the caller's account.")
public record PasswordProofJson(
    @Schema(
            description = "Any characters but control characters.",
            minLength = 1,
            maxLength = Password.MAX_LENGTH,
            example = "four sober otters whistle")
        String password) {

  /** Without the password. */
  @Override
  public String toString() {
    return "PasswordProofJson[]";
  }
}
