package chat.parley.web.rest.trust;

import chat.parley.trust.boundary.Statements;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whom the caller has verified, for his other devices. */
@Path("/account-key/verifications")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trust")
public class VerificationsResource {

  @Inject private CurrentAccount caller;
  @EJB private Statements statements;

  /** Gives them. */
  @GET
  @Operation(
      operationId = "getVerifications",
      summary = "Whom the caller has verified, sealed",
      description = "The server cannot read it.")
  @APIResponseSchema(
      value = VerificationsJson.class,
      responseCode = "200",
      responseDescription = "What was kept")
  @APIResponse(responseCode = "204", description = "Nothing was kept")
  public @Nullable VerificationsJson get() {
    return statements.verified(caller.id()).map(VerificationsJson::of).orElse(null);
  }

  /** Keeps them. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "keepVerifications",
      summary = "Keep whom the caller has verified, sealed",
      description =
          "Names the version that it makes: one more than what is there, 1 for the first. It goes with"
              + " the key of the account. The caller's other devices learn of it from the stream of"
              + " the account, as verifications.changed.")
  @APIResponse(responseCode = "204", description = "It is kept")
  @APIResponse(responseCode = "409", ref = "VerificationsConflict")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public void keep(VerificationsJson wish) {
    statements.keepVerified(caller.id(), wish.wish());
  }
}
