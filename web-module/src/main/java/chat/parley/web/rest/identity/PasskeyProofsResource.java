package chat.parley.web.rest.identity;

import chat.parley.identity.boundary.Passkeys;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Proof, by a passkey, that whoever holds the session is its person. */
@Path("/account/proofs/passkey")
@RequestScoped
@RolesAllowed({Roles.USER, Roles.NEWCOMER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class PasskeyProofsResource {

  private static final String ORIGIN = "Origin";

  @Inject private CurrentAccount caller;
  @Inject private Passkeys passkeys;

  /** Gives a challenge for a proof. */
  @POST
  @Path("/challenges")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createPasskeyProofChallenge",
      summary = "Ask what a passkey must sign that proves who one is",
      description = "The challenge is good in this session only.")
  @APIResponseSchema(
      value = PasskeyChallengeJson.class,
      responseCode = "201",
      responseDescription = "A challenge, good once, for five minutes")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response proofChallenge(
      @RequestBody(required = false) NothingJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    return Response.status(Response.Status.CREATED)
        .entity(
            PasskeyChallengeJson.of(
                passkeys.proofChallenge(
                    caller.id(), caller.session(), origin, request.getRemoteAddr()),
                caller.id()))
        .build();
  }

  /** Proves who one is. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "proveByPasskey",
      summary = "Prove by a passkey of the account who one is",
      description = "The session is then fresh for ten minutes.")
  @APIResponse(responseCode = "204", description = "Proven")
  @APIResponse(responseCode = "403", ref = "ProofRefused")
  public void prove(
      PasskeyAssertionJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin) {
    passkeys.prove(caller.id(), caller.session(), body.assertion(), origin);
  }
}
