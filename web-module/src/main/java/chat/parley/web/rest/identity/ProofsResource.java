package chat.parley.web.rest.identity;

import chat.parley.identity.Password;
import chat.parley.identity.boundary.Proofs;
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

/** Somebody who is signed in proves again who he is, for what asks for that. */
@Path("/account/proofs")
@RequestScoped
@RolesAllowed({Roles.USER, Roles.NEWCOMER})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class ProofsResource {

  private static final String ORIGIN = "Origin";

  @Inject private CurrentAccount caller;
  @Inject private Proofs proofs;

  /** By the password. */
  @POST
  @Path("/password")
  @Operation(
      operationId = "proveByPassword",
      summary = "Prove by the password who one is",
      description = "The session is then fresh for ten minutes.")
  @APIResponse(responseCode = "204", description = "Proven")
  @APIResponse(responseCode = "403", ref = "ProofRefused")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public void byPassword(
      PasswordProofJson body, @Context @Parameter(hidden = true) HttpServletRequest request) {
    proofs.byPassword(
        caller.id(), caller.session(), new Password(body.password()), request.getRemoteAddr());
  }

  /** Gives a nonce for a wallet's message. */
  @POST
  @Path("/wallet-nonces")
  @Operation(
      operationId = "createWalletProofNonce",
      summary = "Ask what a wallet's message must say that proves who one is",
      description = "The nonce is good in this session only.")
  @APIResponseSchema(
      value = WalletChallengeJson.class,
      responseCode = "201",
      responseDescription = "A nonce, good once, for five minutes")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response challenge(
      @RequestBody(required = false) NothingJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    return Response.status(Response.Status.CREATED)
        .entity(
            WalletChallengeJson.of(
                proofs.challenge(caller.session(), origin, request.getRemoteAddr())))
        .build();
  }

  /** By a wallet. */
  @POST
  @Path("/wallet")
  @Operation(
      operationId = "proveByWallet",
      summary = "Prove by a wallet of the account who one is",
      description = "The session is then fresh for ten minutes.")
  @APIResponse(responseCode = "204", description = "Proven")
  @APIResponse(responseCode = "403", ref = "ProofRefused")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public void byWallet(
      SignedMessageJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin) {
    proofs.byWallet(caller.id(), caller.session(), body.message(), body.signature(), origin);
  }
}
