package chat.parley.web.rest.identity;

import chat.parley.identity.boundary.Recovery;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The recovery codes of the caller's own account. */
@Path("/account/recovery-codes")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class RecoveryCodesResource {

  @Inject private CurrentAccount caller;
  @Inject private Recovery recovery;

  /** How many are left. */
  @GET
  @Operation(operationId = "getRecoveryCodes", summary = "How many recovery codes are left")
  @APIResponseSchema(
      value = RecoveryCodesJson.class,
      responseCode = "200",
      responseDescription = "Never the codes")
  public RecoveryCodesJson get() {
    return RecoveryCodesJson.of(recovery.codes(caller.id()));
  }

  /** Makes new ones. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "makeRecoveryCodes",
      summary = "Make ten new recovery codes",
      description =
          "Each opens the account once, together with a link in a mail to the verified address."
              + " Those before are no longer good. Asks for a proof that is at most ten minutes"
              + " old. The verified e-mail address is told.")
  @APIResponseSchema(
      value = NewRecoveryCodesJson.class,
      responseCode = "201",
      responseDescription = "The codes, told this once")
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  public Response make(@RequestBody(required = false) NothingJson body) {
    return Response.status(Response.Status.CREATED)
        .entity(NewRecoveryCodesJson.of(recovery.makeCodes(caller.id(), caller.session())))
        .build();
  }
}
