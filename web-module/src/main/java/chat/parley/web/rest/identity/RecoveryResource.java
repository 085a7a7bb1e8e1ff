package chat.parley.web.rest.identity;

import chat.parley.identity.NewPassword;
import chat.parley.identity.RecoveryCode;
import chat.parley.identity.boundary.Recovery;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Coming back for who cannot sign in any more. */
@Path("/auth/recovery")
@RequestScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class RecoveryResource {

  private static final String ORIGIN = "Origin";

  @Inject private Recovery recovery;
  @Inject private Clock clock;

  /** Sends a link. */
  @POST
  @Path("/links")
  @Operation(
      operationId = "askForRecovery",
      summary = "Ask for a link that opens a lost account",
      description =
          "A mail goes to the address when an account has verified it. The answer does not tell"
              + " whether one has. The link is good once, for an hour, together with a recovery"
              + " code. 404 when this installation sends no mail.")
  @APIResponse(responseCode = "204", description = "Heard")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public void ask(
      EmailAddressJson address,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    recovery.ask(address.claim(origin), request.getRemoteAddr());
  }

  /** Opens the account. */
  @POST
  @Operation(
      operationId = "recover",
      summary = "Open a lost account with a link, a recovery code and a new password",
      description =
          "Link and code are used up, all sessions end, and a new one begins. Five wrong codes end"
              + " the link. The verified e-mail address is told.")
  @APIResponseSchema(
      value = SignedInJson.class,
      responseCode = "200",
      responseDescription = "Signed in")
  @APIResponse(responseCode = "403", ref = "WrongRecoveryCode")
  @APIResponse(responseCode = "410", ref = "RecoveryRefused")
  @APIResponse(responseCode = "422", ref = "PasswordBreached")
  public Response recover(RecoveryJson body) {
    return SessionAnswer.ok(
        recovery.recover(
            body.token(),
            new RecoveryCode(body.code()),
            NewPassword.of(body.password()),
            DeviceJson.claim(body.device())),
        body.tokenDelivery(),
        clock.instant());
  }
}
