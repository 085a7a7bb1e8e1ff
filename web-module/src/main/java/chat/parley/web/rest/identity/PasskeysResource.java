package chat.parley.web.rest.identity;

import chat.parley.identity.PasskeyId;
import chat.parley.identity.boundary.Passkeys;
import chat.parley.platform.NotFound;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The passkeys of the caller's own account. */
@Path("/account/credentials/passkeys")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class PasskeysResource {

  private static final String ORIGIN = "Origin";

  @Inject private CurrentAccount caller;
  @Inject private Passkeys passkeys;

  /** Gives a challenge for a new passkey. */
  @POST
  @Path("/challenges")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createNewPasskeyChallenge",
      summary = "Ask what an authenticator must sign that makes a passkey",
      description = "The challenge is good in this session only.")
  @APIResponseSchema(
      value = PasskeyChallengeJson.class,
      responseCode = "201",
      responseDescription = "A challenge, good once, for five minutes")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response newChallenge(
      @RequestBody(required = false) NothingJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    return Response.status(Response.Status.CREATED)
        .entity(
            PasskeyChallengeJson.of(
                passkeys.newChallenge(
                    caller.id(), caller.session(), origin, request.getRemoteAddr()),
                caller.id()))
        .build();
  }

  /** Adds a passkey. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addPasskey",
      summary = "Add a passkey: it opens the account from now on",
      description =
          "The authenticator must have verified the person. Asks for a proof that is at most ten"
              + " minutes old. The verified e-mail address is told.")
  @APIResponseSchema(
      value = CredentialsPage.class,
      responseCode = "200",
      responseDescription = "The ways to sign in as they are now")
  @APIResponse(responseCode = "403", ref = "ProofRefusedOrReauthenticationNeeded")
  @APIResponse(responseCode = "409", ref = "TooManyCredentials")
  public CredentialsPage add(
      NewPasskeyJson body, @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin) {
    return CredentialsPage.of(passkeys.add(caller.id(), caller.session(), body.passkey(), origin));
  }

  /** Removes a passkey. */
  @DELETE
  @Path("/{passkey}")
  @Operation(
      operationId = "removePasskey",
      summary = "Remove a passkey: it opens the account no more",
      description =
          "Asks for a proof that is at most ten minutes old, and ends all other sessions. The"
              + " verified e-mail address is told.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "LastCredential")
  public void remove(
      @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @PathParam("passkey")
          String passkey) {
    UUID id = StrictJson.id(passkey);
    if (id == null) {
      throw new NotFound();
    }
    passkeys.remove(caller.id(), caller.session(), new PasskeyId(id));
  }
}
