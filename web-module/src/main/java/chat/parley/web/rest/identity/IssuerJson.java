package chat.parley.web.rest.identity;

import chat.parley.identity.Issuer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An issuer of OpenID Connect that people may sign in with. */
@Schema(name = "Issuer", description = "An issuer of OpenID Connect that people may sign in with.")
public record IssuerJson(
    @Schema(description = "By which it is named in requests.", example = "company") String name,
    @Schema(description = "What people know it by.", example = "Company ID") String label) {

  static IssuerJson of(Issuer issuer) {
    return new IssuerJson(issuer.name(), issuer.label());
  }
}
