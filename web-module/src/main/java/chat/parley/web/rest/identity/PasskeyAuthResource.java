package chat.parley.web.rest.identity;

import chat.parley.identity.boundary.Passkeys;
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

/** Coming in with a passkey, without a user name. */
@Path("/auth/passkey")
@RequestScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class PasskeyAuthResource {

  private static final String ORIGIN = "Origin";

  @Inject private Passkeys passkeys;
  @Inject private Clock clock;

  /** Gives a challenge. */
  @POST
  @Path("/challenges")
  @Operation(
      operationId = "createPasskeyChallenge",
      summary = "Ask what a passkey must sign to sign in",
      description = "The host is that of the page that asks.")
  @APIResponseSchema(
      value = PasskeyChallengeJson.class,
      responseCode = "201",
      responseDescription = "A challenge, good once, for five minutes")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response challenge(
      @RequestBody(required = false) NothingJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    return Response.status(Response.Status.CREATED)
        .entity(
            PasskeyChallengeJson.of(
                passkeys.signInChallenge(origin, request.getRemoteAddr()), null))
        .build();
  }

  /** Signs in. */
  @POST
  @Path("/login")
  @Operation(operationId = "loginWithPasskey", summary = "Sign in with a passkey")
  @APIResponseSchema(
      value = SignedInJson.class,
      responseCode = "200",
      responseDescription = "Signed in")
  @APIResponse(responseCode = "401", ref = "PasskeyRefused")
  public Response login(
      PasskeyLoginJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin) {
    return SessionAnswer.ok(
        passkeys.signIn(body.assertion().assertion(), origin, DeviceJson.claim(body.device())),
        body.tokenDelivery(),
        clock.instant());
  }
}
