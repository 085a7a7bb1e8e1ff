package chat.parley.web.rest.identity;

import chat.parley.identity.Username;
import chat.parley.identity.Visitor;
import chat.parley.identity.boundary.IssuerSignIn;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Coming in with an issuer of OpenID Connect: go there, come back, register when one is new. */
@Path("/auth/oidc")
@RequestScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class IssuerAuthResource {

  private static final String ORIGIN = "Origin";

  @Inject private IssuerSignIn issuers;
  @Inject private Clock clock;

  /** Begins a visit to an issuer. */
  @POST
  @Path("/visits")
  @Operation(
      operationId = "beginIssuerSignIn",
      summary = "Begin to sign in with an issuer",
      description =
          "The answer sets a cookie by which the browser is known when it is back. The issuer's"
              + " answer, which is in the address it comes back to, goes to loginWithIssuer.")
  @APIResponseSchema(
      value = IssuerVisitJson.class,
      responseCode = "201",
      responseDescription = "A visit, good once, for ten minutes")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  @APIResponse(responseCode = "502", ref = "IssuerFault")
  public Response begin(
      IssuerNameJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin,
      @CookieParam(IssuerCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    return IssuerVisitJson.begun(
        issuers.beginSignIn(body.issuer(), new Visitor(origin, browser, request.getRemoteAddr())));
  }

  /** Signs in. */
  @POST
  @Path("/login")
  @Operation(
      operationId = "loginWithIssuer",
      summary = "Sign in with what an issuer sent the browser back with")
  @APIResponseSchema(
      value = SignedInJson.class,
      responseCode = "200",
      responseDescription = "Signed in")
  @APIResponse(responseCode = "401", ref = "IssuerSignInRefused")
  @APIResponse(responseCode = "403", ref = "IdentityUnregistered")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  @APIResponse(responseCode = "502", ref = "IssuerFault")
  public Response login(
      IssuerLoginJson body,
      @CookieParam(IssuerCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    return SessionAnswer.ok(
        issuers.signIn(
            body.answer().answer(browser),
            DeviceJson.claim(body.device()),
            request.getRemoteAddr()),
        body.tokenDelivery(),
        clock.instant());
  }

  /** Makes an account for an identity. */
  @POST
  @Path("/register")
  @Operation(
      operationId = "registerWithIssuer",
      summary = "Make an account for an identity at an issuer")
  @APIResponseSchema(
      value = SignedInJson.class,
      responseCode = "201",
      responseDescription = "The account is made and signed in")
  @APIResponse(responseCode = "401", ref = "IdentityRegistrationRefused")
  @APIResponse(responseCode = "409", ref = "UsernameTaken")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public Response register(
      IdentityRegistrationJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    return SessionAnswer.created(
        issuers.register(
            body.registration(),
            new Username(body.username()),
            DeviceJson.claim(body.device()),
            EmailAddressJson.claim(body.email(), origin),
            request.getRemoteAddr()),
        body.tokenDelivery(),
        clock.instant());
  }
}
