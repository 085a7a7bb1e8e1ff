package chat.parley.web.rest.identity;

import chat.parley.identity.NewPassword;
import chat.parley.identity.Password;
import chat.parley.identity.SessionEnded;
import chat.parley.identity.Username;
import chat.parley.identity.boundary.PasswordSignIn;
import chat.parley.identity.boundary.Sessions;
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
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Coming in with a password, staying, and going out. */
@Path("/auth")
@RequestScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
@SecurityScheme(
    securitySchemeName = AuthResource.COOKIE,
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.COOKIE,
    apiKeyName = RefreshCookie.NAME,
    description =
        "A browser's refresh token, which no script can read. Other clients send it in the body.")
public class AuthResource {

  static final String COOKIE = "refreshCookie";

  @Inject private PasswordSignIn passwords;
  @Inject private Sessions sessions;
  @Inject private Clock clock;

  /** Makes an account with a password and signs it in. */
  @POST
  @Path("/register")
  @Operation(operationId = "register", summary = "Make an account with a password, and sign in")
  @APIResponseSchema(
      value = SignedInJson.class,
      responseCode = "201",
      responseDescription = "The account is made and signed in")
  @APIResponse(responseCode = "409", ref = "UsernameTaken")
  @APIResponse(responseCode = "422", ref = "PasswordBreached")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public Response register(
      RegistrationJson body,
      @HeaderParam("Origin") @Parameter(hidden = true) @Nullable String origin,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    return SessionAnswer.created(
        passwords.register(
            new Username(body.username()),
            NewPassword.of(body.password()),
            DeviceJson.claim(body.device()),
            EmailAddressJson.claim(body.email(), origin),
            request.getRemoteAddr()),
        body.tokenDelivery(),
        clock.instant());
  }

  /** Signs in with a password. */
  @POST
  @Path("/login")
  @Operation(operationId = "login", summary = "Sign in with user name and password")
  @APIResponseSchema(
      value = SignedInJson.class,
      responseCode = "200",
      responseDescription = "Signed in")
  @APIResponse(responseCode = "401", ref = "WrongCredentials")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response login(
      PasswordJson body, @Context @Parameter(hidden = true) HttpServletRequest request) {
    return SessionAnswer.ok(
        passwords.signIn(
            new Username(body.username()),
            new Password(body.password()),
            DeviceJson.claim(body.device()),
            request.getRemoteAddr()),
        body.tokenDelivery(),
        clock.instant());
  }

  /** Continues a session. */
  @POST
  @Path("/refresh")
  @SecurityRequirementsSet(@SecurityRequirement(name = COOKIE))
  @SecurityRequirementsSet
  @Operation(
      operationId = "refresh",
      summary = "Continue the session: a new access token and a new refresh token",
      description =
          "Each refresh token is good once. One that comes back later ends its session; only the"
              + " one used last gives the same successor again for ten seconds, for an answer that"
              + " was lost. The successor comes the way the token came: in the body or as a"
              + " cookie.")
  @APIResponseSchema(
      value = SignedInJson.class,
      responseCode = "200",
      responseDescription = "Continued")
  @APIResponse(responseCode = "401", ref = "SessionEnded")
  public Response refresh(
      @RequestBody(required = false) RefreshJson body,
      @CookieParam(RefreshCookie.NAME) @Parameter(hidden = true) @Nullable String cookie) {
    String inBody = body.refreshToken();
    if (inBody != null) {
      return SessionAnswer.ok(sessions.refresh(inBody), TokenDelivery.BODY, clock.instant());
    }
    if (cookie == null || cookie.isEmpty()) {
      throw new SessionEnded(null);
    }
    return SessionAnswer.ok(sessions.refresh(cookie), TokenDelivery.COOKIE, clock.instant());
  }

  /** Ends the session of the refresh token. */
  @POST
  @Path("/logout")
  @SecurityRequirementsSet(@SecurityRequirement(name = COOKIE))
  @SecurityRequirementsSet
  @Operation(
      operationId = "logout",
      summary = "Sign out",
      description =
          "Ends the session of the refresh token, on all instances and with its socket, and clears"
              + " the cookie. A token that is no longer good is no fault.")
  @APIResponse(responseCode = "204", description = "Signed out")
  public Response logout(
      @RequestBody(required = false) RefreshJson body,
      @CookieParam(RefreshCookie.NAME) @Parameter(hidden = true) @Nullable String cookie) {
    String token = body.refreshToken() != null ? body.refreshToken() : cookie;
    if (token != null && !token.isEmpty()) {
      sessions.signOut(token);
    }
    return Response.noContent().cookie(RefreshCookie.gone()).build();
  }
}
