package chat.parley.web.rest.identity;

import chat.parley.identity.LinkedIdentityId;
import chat.parley.identity.Visitor;
import chat.parley.identity.boundary.IssuerSignIn;
import chat.parley.platform.NotFound;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The identities at issuers that open the caller's own account. */
@Path("/account/credentials/oidc")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class IdentitiesResource {

  private static final String ORIGIN = "Origin";

  @Inject private CurrentAccount caller;
  @Inject private IssuerSignIn issuers;

  /** Begins a visit to an issuer. */
  @POST
  @Path("/visits")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "beginIssuerLink",
      summary = "Begin to link a sign-in with an issuer",
      description =
          "Asks for a proof that is at most ten minutes old. The visit is good in this session"
              + " only.")
  @APIResponseSchema(
      value = IssuerVisitJson.class,
      responseCode = "201",
      responseDescription = "A visit, good once, for ten minutes")
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  @APIResponse(responseCode = "502", ref = "IssuerFault")
  public Response begin(
      IssuerNameJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin,
      @CookieParam(IssuerCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    return IssuerVisitJson.begun(
        issuers.beginLink(
            caller.id(),
            caller.session(),
            body.issuer(),
            new Visitor(origin, browser, request.getRemoteAddr())));
  }

  /** Links an identity. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "linkIdentity",
      summary = "Link a sign-in with an issuer: it opens the account from now on",
      description =
          "Asks for a proof that is at most ten minutes old. The verified e-mail address is told."
              + " Linking one again changes nothing.")
  @APIResponseSchema(
      value = CredentialsPage.class,
      responseCode = "200",
      responseDescription = "The ways to sign in as they are now")
  @APIResponse(responseCode = "403", ref = "ProofRefusedOrReauthenticationNeeded")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "IdentityTakenOrTooManyCredentials")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  @APIResponse(responseCode = "502", ref = "IssuerFault")
  public CredentialsPage link(
      IssuerAnswerJson body,
      @CookieParam(IssuerCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    return CredentialsPage.of(
        issuers.link(caller.id(), caller.session(), body.answer(browser), request.getRemoteAddr()));
  }

  /** Unlinks an identity. */
  @DELETE
  @Path("/{identity}")
  @Operation(
      operationId = "unlinkIdentity",
      summary = "Unlink a sign-in with an issuer: it opens the account no more",
      description =
          "Asks for a proof that is at most ten minutes old, and ends all other sessions. The"
              + " verified e-mail address is told.")
  @APIResponse(responseCode = "204", description = "Unlinked")
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "LastCredential")
  public void unlink(
      @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @PathParam("identity")
          String identity) {
    UUID id = StrictJson.id(identity);
    if (id == null) {
      throw new NotFound();
    }
    issuers.unlink(caller.id(), caller.session(), new LinkedIdentityId(id));
  }
}
