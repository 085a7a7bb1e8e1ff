package chat.parley.web.rest.identity;

import chat.parley.identity.Password;
import chat.parley.identity.SessionEnded;
import chat.parley.identity.SignedIn;
import chat.parley.identity.Username;
import chat.parley.identity.boundary.PasswordSignIn;
import chat.parley.identity.boundary.Sessions;
import chat.parley.identity.boundary.WalletSignIn;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Coming in and going out. */
@Path("/auth")
@RequestScoped
@PermitAll
@SecurityRequirementsSet
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class AuthResource {

  @Inject private PasswordSignIn passwords;
  @Inject private WalletSignIn wallets;
  @Inject private Sessions sessions;
  @Inject private Clock clock;

  /** Makes an account with a password and signs it in. */
  @POST
  @Path("/register")
  @Operation(operationId = "register", summary = "Make an account with a password, and sign in")
  @APIResponse(
      responseCode = "201",
      description = "The account is made and signed in",
      content = @Content(schema = @Schema(implementation = SignedInJson.class)))
  @APIResponse(responseCode = "409", ref = "UsernameTaken")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response register(PasswordJson body) {
    SignedIn signedIn =
        passwords.register(
            new Username(body.username()),
            new Password(body.password()),
            DeviceJson.claim(body.device()));
    return answer(201, signedIn, body.tokenDelivery());
  }

  /** Signs in with a password. */
  @POST
  @Path("/login")
  @Operation(operationId = "login", summary = "Sign in with user name and password")
  @APIResponse(
      responseCode = "200",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = SignedInJson.class)))
  @APIResponse(responseCode = "401", ref = "WrongCredentials")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response login(
      PasswordJson body, @Context @Parameter(hidden = true) HttpServletRequest request) {
    SignedIn signedIn =
        passwords.signIn(
            new Username(body.username()),
            new Password(body.password()),
            DeviceJson.claim(body.device()),
            request.getRemoteAddr());
    return answer(200, signedIn, body.tokenDelivery());
  }

  /** Gives a nonce for a wallet's sign-in message. */
  @POST
  @Path("/wallet/nonces")
  @Operation(
      operationId = "createWalletNonce",
      summary = "Ask what a wallet's sign-in message must say",
      description = "Domain and URI are those of the page that asks.")
  @APIResponse(
      responseCode = "201",
      description = "A nonce, good once, for five minutes",
      content = @Content(schema = @Schema(implementation = WalletChallengeJson.class)))
  public Response challenge(
      NothingJson body, @HeaderParam("Origin") @Parameter(hidden = true) @Nullable String origin) {
    return Response.status(201).entity(WalletChallengeJson.of(wallets.challenge(origin))).build();
  }

  /** Signs in with a wallet. */
  @POST
  @Path("/wallet/login")
  @Operation(operationId = "loginWithWallet", summary = "Sign in with a wallet")
  @APIResponse(
      responseCode = "200",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = SignedInJson.class)))
  @APIResponse(responseCode = "401", ref = "WalletSignInRefused")
  @APIResponse(responseCode = "403", ref = "WalletUnregistered")
  public Response loginWithWallet(
      WalletLoginJson body,
      @HeaderParam("Origin") @Parameter(hidden = true) @Nullable String origin) {
    SignedIn signedIn =
        wallets.signIn(body.message(), body.signature(), origin, DeviceJson.claim(body.device()));
    return answer(200, signedIn, body.tokenDelivery());
  }

  /** Makes an account for a proven wallet. */
  @POST
  @Path("/wallet/register")
  @Operation(operationId = "registerWithWallet", summary = "Make an account for a proven wallet")
  @APIResponse(
      responseCode = "201",
      description = "The account is made and signed in",
      content = @Content(schema = @Schema(implementation = SignedInJson.class)))
  @APIResponse(responseCode = "401", ref = "WalletRegistrationRefused")
  @APIResponse(responseCode = "409", ref = "UsernameTaken")
  public Response registerWithWallet(WalletRegistrationJson body) {
    SignedIn signedIn =
        wallets.register(
            body.registration(), new Username(body.username()), DeviceJson.claim(body.device()));
    return answer(201, signedIn, body.tokenDelivery());
  }

  /** Continues a session. */
  @POST
  @Path("/refresh")
  @Operation(
      operationId = "refresh",
      summary = "Continue the session: a new access token and a new refresh token",
      description =
          "Each refresh token is good once. One that comes back later ends its session; only the"
              + " one used last gives the same successor again for ten seconds, for an answer that"
              + " was lost.")
  @APIResponse(
      responseCode = "200",
      description = "Continued",
      content = @Content(schema = @Schema(implementation = SignedInJson.class)))
  @APIResponse(responseCode = "401", ref = "SessionEnded")
  public Response refresh(
      RefreshJson body,
      @CookieParam(RefreshCookie.NAME) @Parameter(hidden = true) @Nullable String cookie) {
    String inBody = body.refreshToken();
    if (inBody != null) {
      return answer(200, sessions.refresh(inBody), TokenDelivery.BODY);
    }
    if (cookie == null || cookie.isEmpty()) {
      throw new SessionEnded();
    }
    return answer(200, sessions.refresh(cookie), TokenDelivery.COOKIE);
  }

  /** Ends the session of the refresh token. */
  @POST
  @Path("/logout")
  @Operation(
      operationId = "logout",
      summary = "Sign out",
      description =
          "Ends the session of the refresh token, on all instances and with its socket, and clears"
              + " the cookie. Always succeeds.")
  @APIResponse(responseCode = "204", description = "Signed out")
  public Response logout(
      RefreshJson body,
      @CookieParam(RefreshCookie.NAME) @Parameter(hidden = true) @Nullable String cookie) {
    String token = body.refreshToken() != null ? body.refreshToken() : cookie;
    if (token != null && !token.isEmpty()) {
      sessions.end(token);
    }
    return Response.noContent().cookie(RefreshCookie.gone()).build();
  }

  private Response answer(int status, SignedIn signedIn, @Nullable TokenDelivery delivery) {
    boolean inBody = delivery == TokenDelivery.BODY;
    Response.ResponseBuilder response =
        Response.status(status).entity(SignedInJson.of(signedIn, inBody));
    if (!inBody) {
      response.cookie(
          RefreshCookie.holding(
              signedIn.refreshToken(), clock.instant(), signedIn.session().expiresAt()));
    }
    return response.build();
  }
}
