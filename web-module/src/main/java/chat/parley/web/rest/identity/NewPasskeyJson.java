package chat.parley.web.rest.identity;

import chat.parley.identity.NewPasskey;
import chat.parley.identity.PasskeyName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A passkey that an authenticator has made. */
@Schema(name = "NewPasskey", description = "A passkey that an authenticator has made (WebAuthn).")
public record NewPasskeyJson(
    @Schema(
            description = "What the person calls it.",
            minLength = 1,
            maxLength = PasskeyName.MAX_LENGTH,
            example = "My phone")
        String name,
    @Schema(
            description = "The attestation object; base64url.",
            pattern = Base64Url.PATTERN,
            maxLength = 65_536)
        String attestationObject,
    @Schema(
            description = "The client data; base64url.",
            pattern = Base64Url.PATTERN,
            maxLength = 8_192)
        String clientDataJson) {

  NewPasskey passkey() {
    return new NewPasskey(
        new PasskeyName(name),
        Base64Url.bytes("/attestationObject", attestationObject),
        Base64Url.bytes("/clientDataJson", clientDataJson));
  }

  /** Only its name. */
  @Override
  public String toString() {
    return "NewPasskeyJson[name=" + name + "]";
  }
}
