package chat.parley.web.rest.identity;

import chat.parley.identity.IssuerVisit;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit to an issuer that begins. */
@Schema(name = "IssuerVisit", description = "A visit to an issuer that begins.")
public record IssuerVisitJson(
    @Schema(
            description =
                "Where the browser goes. It is sent back to /oidc/ and the name of the issuer, on"
                    + " the origin of the page that asked.")
        URI address,
    @Schema(description = "Until when it must be back.") Instant expiresAt) {

  /** The answer, with the cookie by which the browser is known when it is back. */
  static Response begun(IssuerVisit visit) {
    return Response.status(Response.Status.CREATED)
        .entity(new IssuerVisitJson(visit.address(), visit.expiresAt()))
        .cookie(IssuerCookie.holding(visit.browser()))
        .build();
  }

  /** Without the address, which holds the state. */
  @Override
  public String toString() {
    return "IssuerVisitJson[]";
  }
}
