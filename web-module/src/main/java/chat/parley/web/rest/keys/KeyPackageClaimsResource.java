package chat.parley.web.rest.keys;

import chat.parley.keys.boundary.KeyPackages;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Taking KeyPackages of members. */
@Path("/conversations/{id}/key-packages/claims")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class KeyPackageClaimsResource {

  @Inject private CurrentAccount caller;
  @EJB private KeyPackages packages;

  /** Takes them. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "claimKeyPackages",
      summary = "Take a KeyPackage of every device of some members",
      description =
          "Each is given once, to one caller; the one of last resort when there is no other. The"
              + " caller's own device is left out. An account claims at most 120 times within an"
              + " hour, and 20 times from one person.")
  @APIResponseSchema(
      value = ClaimedKeyPackagesJson.class,
      responseCode = "200",
      responseDescription = "One for every device that had any")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public ClaimedKeyPackagesJson claim(
      @Parameter(ref = "id") @PathParam("id") String id, ClaimKeyPackagesJson wish) {
    return ClaimedKeyPackagesJson.of(
        packages.claim(caller.id(), caller.device(), PathIds.conversation(id), wish.accounts()));
  }
}
