package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The token of a link that verifies an address. */
@Schema(name = "EmailToken", description = "The token of a link that verifies an address.")
public record EmailTokenJson(
    @Schema(description = "What stands behind the # of the link.", maxLength = 100) String token) {

  /** Without the token. */
  @Override
  public String toString() {
    return "EmailTokenJson[]";
  }
}
