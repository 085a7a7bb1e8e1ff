package chat.parley.web.rest.identity;

import chat.parley.identity.IssuerAnswer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** With what an issuer sent the browser back. */
@Schema(name = "IssuerAnswer", description = "With what an issuer sent the browser back.")
public record IssuerAnswerJson(
    @Schema(
            description = "The name of the issuer, from the path of the page of return.",
            maxLength = 32)
        String issuer,
    @Schema(minLength = 1, maxLength = IssuerAnswer.CODE_LENGTH) String code,
    @Schema(minLength = 1, maxLength = IssuerAnswer.STATE_LENGTH) String state,
    @Schema(
            description = "When the issuer gives it (RFC 9207).",
            maxLength = IssuerAnswer.ISS_LENGTH)
        @Nullable String iss) {

  IssuerAnswer answer(@Nullable String browser) {
    return new IssuerAnswer(issuer, code, state, iss, browser);
  }

  /** Without code and state. */
  @Override
  public String toString() {
    return "IssuerAnswerJson[]";
  }
}
