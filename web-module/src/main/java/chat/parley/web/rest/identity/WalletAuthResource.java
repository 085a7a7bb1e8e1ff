package chat.parley.web.rest.identity;

import chat.parley.identity.Username;
import chat.parley.identity.boundary.WalletSignIn;
import jakarta.annotation.security.PermitAll;
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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Coming in with a wallet: ask for a nonce, sign, and register when the wallet is new. */
@Path("/auth/wallet")
@RequestScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class WalletAuthResource {

  private static final String ORIGIN = "Origin";

  @Inject private WalletSignIn wallets;
  @Inject private Clock clock;

  /** Gives a nonce for a wallet's sign-in message. */
  @POST
  @Path("/nonces")
  @Operation(
      operationId = "createWalletNonce",
      summary = "Ask what a wallet's sign-in message must say",
      description = "Domain and URI are those of the page that asks.")
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
        .entity(WalletChallengeJson.of(wallets.challenge(origin, request.getRemoteAddr())))
        .build();
  }

  /** Signs in with a wallet. */
  @POST
  @Path("/login")
  @Operation(operationId = "loginWithWallet", summary = "Sign in with a wallet")
  @APIResponseSchema(
      value = SignedInJson.class,
      responseCode = "200",
      responseDescription = "Signed in")
  @APIResponse(responseCode = "401", ref = "WalletSignInRefused")
  @APIResponse(responseCode = "403", ref = "WalletUnregistered")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public Response login(
      WalletLoginJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin) {
    return SessionAnswer.ok(
        wallets.signIn(body.message(), body.signature(), origin, DeviceJson.claim(body.device())),
        body.tokenDelivery(),
        clock.instant());
  }

  /** Makes an account for a proven wallet. */
  @POST
  @Path("/register")
  @Operation(operationId = "registerWithWallet", summary = "Make an account for a proven wallet")
  @APIResponseSchema(
      value = SignedInJson.class,
      responseCode = "201",
      responseDescription = "The account is made and signed in")
  @APIResponse(responseCode = "401", ref = "WalletRegistrationRefused")
  @APIResponse(responseCode = "409", ref = "UsernameTaken")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public Response register(
      WalletRegistrationJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    return SessionAnswer.created(
        wallets.register(
            body.registration(),
            new Username(body.username()),
            DeviceJson.claim(body.device()),
            EmailAddressJson.claim(body.email(), origin),
            request.getRemoteAddr()),
        body.tokenDelivery(),
        clock.instant());
  }
}
