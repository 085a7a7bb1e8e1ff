package chat.parley.web.rest.tip;

import chat.parley.tip.boundary.Tips;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the caller's profile shows where tips go. */
@Path("/account/tip-jar")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tips")
public class TipJarResource {

  @Inject private CurrentAccount caller;
  @Inject private Tips tips;

  /** Shows it, or hides it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "showTipJar",
      summary = "Show on the caller's profile where tips go, or hide it",
      description =
          "Hidden as long as nobody says otherwise. Everybody who may see the profile sees the"
              + " address of the wallet for tips then. A wallet that is chosen later is shown in its"
              + " place; one that is unlinked is shown no more, and none instead.")
  @APIResponseSchema(
      value = TipWalletJson.class,
      responseCode = "200",
      responseDescription = "The wallet, and whether it is shown")
  public TipWalletJson show(ShowTipJarJson wish) {
    tips.showJar(caller.id(), wish.shown());
    return TipWalletJson.of(tips, caller.id());
  }
}
