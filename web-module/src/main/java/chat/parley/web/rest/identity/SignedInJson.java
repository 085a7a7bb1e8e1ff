package chat.parley.web.rest.identity;

import chat.parley.identity.SignedIn;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session that was opened or continued. */
@Schema(name = "SignedIn", description = "A session that was opened or continued.")
public record SignedInJson(
    @Schema(description = "A JWT (RFC 9068) for the Authorization header.") String accessToken,
    @Schema(enumeration = "Bearer") String tokenType,
    @Schema(description = "Seconds until the access token expires.", minimum = "1") long expiresIn,
    @Schema(description = "Good once, for the next of both; only when asked for in the body.")
        @Nullable String refreshToken,
    OpenSession session,
    AccountJson account) {

  /** The session. */
  @Schema(name = "OpenSession", description = "The session that was opened or continued.")
  public record OpenSession(
      UUID id,
      @Schema(description = "The device, for the next sign-in.") UUID deviceId,
      @Schema(description = "The absolute limit.") Instant expiresAt) {}

  static SignedInJson of(SignedIn signedIn, boolean withRefreshToken) {
    return new SignedInJson(
        signedIn.accessToken(),
        "Bearer",
        signedIn.expiresIn().toSeconds(),
        withRefreshToken ? signedIn.refreshToken() : null,
        new OpenSession(
            signedIn.session().id().value(),
            signedIn.session().device().value(),
            signedIn.session().expiresAt()),
        AccountJson.of(signedIn.account()));
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "SignedInJson[session=" + session + "]";
  }
}
