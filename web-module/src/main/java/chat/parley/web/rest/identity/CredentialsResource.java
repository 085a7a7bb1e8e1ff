package chat.parley.web.rest.identity;

import chat.parley.identity.NewPassword;
import chat.parley.identity.boundary.Credentials;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ways to sign in to the caller's own account. */
@Path("/account/credentials")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class CredentialsResource {

  private static final String ORIGIN = "Origin";

  @Inject private CurrentAccount caller;
  @Inject private Credentials credentials;

  /** All of them. */
  @GET
  @RolesAllowed({Roles.USER, Roles.NEWCOMER})
  @Operation(
      operationId = "listCredentials",
      summary = "The ways to sign in to the account",
      description =
          "The password first, then wallets, passkeys and sign-ins with issuers, each by age.")
  @APIResponseSchema(
      value = CredentialsPage.class,
      responseCode = "200",
      responseDescription = "All of them")
  public CredentialsPage list() {
    return CredentialsPage.of(credentials.list(caller.id()));
  }

  /** Sets or changes the password. */
  @PUT
  @Path("/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "setPassword",
      summary = "Set or change the password",
      description =
          "Asks for a proof that is at most ten minutes old. Changing it ends all other sessions."
              + " The verified e-mail address is told.")
  @APIResponseSchema(
      value = CredentialsPage.class,
      responseCode = "200",
      responseDescription = "The ways to sign in as they are now")
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  @APIResponse(responseCode = "422", ref = "PasswordBreached")
  public CredentialsPage setPassword(NewPasswordJson body) {
    return CredentialsPage.of(
        credentials.setPassword(caller.id(), caller.session(), NewPassword.of(body.password())));
  }

  /** Takes the password away. */
  @DELETE
  @Path("/password")
  @Operation(
      operationId = "removePassword",
      summary = "Take the password away",
      description =
          "Asks for a proof that is at most ten minutes old, and ends all other sessions. The"
              + " verified e-mail address is told.")
  @APIResponse(responseCode = "204", description = "There is none any more")
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "LastCredential")
  public void removePassword() {
    credentials.removePassword(caller.id(), caller.session());
  }

  /** Gives a nonce for the message that links a wallet. */
  @POST
  @Path("/wallet-nonces")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createWalletLinkNonce",
      summary = "Ask what the message must say that links a wallet",
      description = "The statement names the account. The nonce is good in this session only.")
  @APIResponseSchema(
      value = WalletChallengeJson.class,
      responseCode = "201",
      responseDescription = "A nonce, good once, for five minutes")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response linkChallenge(
      @RequestBody(required = false) NothingJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    return Response.status(Response.Status.CREATED)
        .entity(
            WalletChallengeJson.of(
                credentials.linkChallenge(
                    caller.id(), caller.session(), origin, request.getRemoteAddr())))
        .build();
  }

  /** Links a wallet. */
  @POST
  @Path("/wallets")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "linkWallet",
      summary = "Link a wallet: it opens the account from now on",
      description =
          "Asks for a proof that is at most ten minutes old. The verified e-mail address is told."
              + " Linking a wallet again changes nothing.")
  @APIResponseSchema(
      value = CredentialsPage.class,
      responseCode = "200",
      responseDescription = "The ways to sign in as they are now")
  @APIResponse(responseCode = "403", ref = "ProofRefusedOrReauthenticationNeeded")
  @APIResponse(responseCode = "409", ref = "TooManyCredentialsOrWalletTaken")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public CredentialsPage linkWallet(
      SignedMessageJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin) {
    return CredentialsPage.of(
        credentials.linkWallet(
            caller.id(), caller.session(), body.message(), body.signature(), origin));
  }

  /** Unlinks a wallet. */
  @DELETE
  @Path("/wallets/{address}")
  @Operation(
      operationId = "unlinkWallet",
      summary = "Unlink a wallet: it opens the account no more",
      description =
          "Asks for a proof that is at most ten minutes old, and ends all other sessions. The"
              + " verified e-mail address is told.")
  @APIResponse(responseCode = "204", description = "Unlinked")
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "LastCredential")
  public void unlinkWallet(
      @Parameter(
              description = "With the checksum of ERC-55.",
              schema = @Schema(type = SchemaType.STRING, pattern = "^0x[0-9A-Fa-f]{40}$"))
          @PathParam("address")
          String address) {
    credentials.unlinkWallet(caller.id(), caller.session(), address);
  }
}
