package chat.parley.web.rest.identity;

import chat.parley.identity.Visitor;
import chat.parley.identity.boundary.IssuerSignIn;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Proof, by an issuer, that whoever holds the session is its person. */
@Path("/account/proofs/oidc")
@RequestScoped
@RolesAllowed({Roles.USER, Roles.NEWCOMER})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class IssuerProofsResource {

  private static final String ORIGIN = "Origin";

  @Inject private CurrentAccount caller;
  @Inject private IssuerSignIn issuers;

  /** Begins a visit to an issuer. */
  @POST
  @Path("/visits")
  @Operation(
      operationId = "beginIssuerProof",
      summary = "Begin to prove by an issuer who one is",
      description =
          "The issuer is asked to have its person prove who he is again. The visit is good in this"
              + " session only.")
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
        issuers.beginProof(
            caller.session(),
            body.issuer(),
            new Visitor(origin, browser, request.getRemoteAddr())));
  }

  /** Proves who one is. */
  @POST
  @Operation(
      operationId = "proveByIssuer",
      summary = "Prove by an issuer who one is",
      description = "The session is then fresh for ten minutes.")
  @APIResponse(responseCode = "204", description = "Proven")
  @APIResponse(responseCode = "403", ref = "ProofRefused")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  @APIResponse(responseCode = "502", ref = "IssuerFault")
  public void prove(
      IssuerAnswerJson body,
      @CookieParam(IssuerCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
      @Context @Parameter(hidden = true) HttpServletRequest request) {
    issuers.prove(caller.id(), caller.session(), body.answer(browser), request.getRemoteAddr());
  }
}
