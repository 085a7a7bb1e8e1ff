package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message that a wallet has signed. */
@Schema(name = "SignedMessage", description = "A message (ERC-4361) and its signature.")
public record SignedMessageJson(
    @Schema(description = "The text the wallet signed.", maxLength = 4096) String message,
    @Schema(
            description = "As in a sign-in with a wallet.",
            pattern = "^0x([0-9A-Fa-f]{2}){0,8192}$")
        String signature) {

  /** Without the signature. */
  @Override
  public String toString() {
    return "SignedMessageJson";
  }
}
