package chat.parley.web.rest.identity;

import chat.parley.identity.PasskeyAssertion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a passkey has signed. */
@Schema(name = "PasskeyAssertion", description = "What a passkey has signed (WebAuthn).")
public record PasskeyAssertionJson(
    @Schema(
            description = "The id of the passkey; base64url.",
            pattern = Base64Url.PATTERN,
            maxLength = 1_400)
        String credential,
    @Schema(
            description = "What the authenticator says of itself; base64url.",
            pattern = Base64Url.PATTERN,
            maxLength = 8_192)
        String authenticatorData,
    @Schema(
            description = "The client data; base64url.",
            pattern = Base64Url.PATTERN,
            maxLength = 8_192)
        String clientDataJson,
    @Schema(
            description = "The signature; base64url.",
            pattern = Base64Url.PATTERN,
            maxLength = 2_048)
        String signature,
    @Schema(
            description = "The account as the authenticator names it; base64url.",
            pattern = Base64Url.PATTERN,
            maxLength = 100)
        @Nullable String userHandle) {

  PasskeyAssertion assertion() {
    return new PasskeyAssertion(
        Base64Url.bytes("/credential", credential),
        Base64Url.bytes("/authenticatorData", authenticatorData),
        Base64Url.bytes("/clientDataJson", clientDataJson),
        Base64Url.bytes("/signature", signature),
        userHandle == null ? null : Base64Url.bytes("/userHandle", userHandle));
  }

  /** Without the signature. */
  @Override
  public String toString() {
    return "PasskeyAssertionJson[]";
  }
}
