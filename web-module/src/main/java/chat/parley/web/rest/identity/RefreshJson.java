package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token.
 *
 * @param refreshToken null when the cookie holds it
 */
@Schema(name = "Refresh", description = "A refresh token, unless the cookie holds it.")
public record RefreshJson(
    @Schema(description = "Absent when the cookie holds it.", maxLength = 100)
        @Nullable String refreshToken) {

  /** Without the token. */
  @Override
  public String toString() {
    return "RefreshJson";
  }
}
