package chat.parley.web.rest.contact;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Secret;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invite code that somebody has given to the caller. */
@Schema(name = "GivenCode", description = "An invite code that somebody has given to the caller.")
public record GivenCodeJson(@Schema(pattern = "^[A-Za-z0-9_-]{43}$") String code) {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{43}");

  Secret secret() {
    if (!CODE.matcher(code).matches()) {
      throw new InvalidInput("/code", "A code is 43 characters of base64url.");
    }
    return new Secret(code);
  }

  /** Says nothing of the code. */
  @Override
  public String toString() {
    return "(code)";
  }
}
