package chat.parley.web.rest.identity;

import chat.parley.identity.boundary.Credentials;
import chat.parley.identity.boundary.Emails;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The e-mail address of the caller's own account. */
@Path("/account/email")
@RequestScoped
@RolesAllowed({Roles.USER, Roles.NEWCOMER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class AccountEmailResource {

  private static final String ORIGIN = "Origin";

  @Inject private CurrentAccount caller;
  @EJB private Emails emails;
  @Inject private Credentials credentials;

  /** The addresses. */
  @GET
  @Operation(operationId = "getAccountEmail", summary = "The e-mail address of the account")
  @APIResponseSchema(
      value = AccountEmailJson.class,
      responseCode = "200",
      responseDescription = "The address that is verified, and the one that waits to be")
  public AccountEmailJson get() {
    return AccountEmailJson.of(emails.of(caller.id()));
  }

  /** Gives or changes the address. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "giveAccountEmail",
      summary = "Give the account an e-mail address",
      description =
          "A mail with a link goes to the address, which is the account's when the link was used;"
              + " until then the one before stays. The answer is the same whether or not the"
              + " address is somebody else's. Giving the verified address again takes back the one"
              + " that waits. Asks for a proof that is at most ten minutes old. 404 when this"
              + " installation sends no mail.")
  @APIResponseSchema(
      value = AccountEmailJson.class,
      responseCode = "200",
      responseDescription = "The addresses as they are now")
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequestsOrOwnBudgetExhausted")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public AccountEmailJson give(
      EmailAddressJson address,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin) {
    return AccountEmailJson.of(
        credentials.giveEmail(caller.id(), caller.session(), address.claim(origin)));
  }

  /** Takes the address out of the account. */
  @DELETE
  @Operation(
      operationId = "removeAccountEmail",
      summary = "Take the e-mail address out of the account",
      description =
          "The one that waits too. The address is told. Also when there is none; not where an"
              + " address is required. Asks for a proof that is at most ten minutes old.")
  @APIResponse(responseCode = "204", description = "The account has none")
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  @APIResponse(responseCode = "409", ref = "EmailRequired")
  public void remove() {
    credentials.removeEmail(caller.id(), caller.session());
  }

  /** Sends a new link. */
  @POST
  @Path("/links")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sendEmailLink",
      summary = "Send a new link to the address that waits",
      description = "The link before is no longer good. 404 when no address waits.")
  @APIResponseSchema(
      value = AccountEmailJson.class,
      responseCode = "200",
      responseDescription = "The addresses as they are now")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequestsOrOwnBudgetExhausted")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public AccountEmailJson sendAgain(
      @RequestBody(required = false) NothingJson body,
      @HeaderParam(ORIGIN) @Parameter(hidden = true) @Nullable String origin) {
    return AccountEmailJson.of(emails.sendAgain(caller.id(), origin));
  }

  /** Takes back the address that waits. */
  @DELETE
  @Path("/waiting")
  @Operation(
      operationId = "takeBackAccountEmail",
      summary = "Take back the address that waits",
      description = "Its link is no longer good. Also when none waits.")
  @APIResponse(responseCode = "204", description = "None waits")
  public void takeBack() {
    emails.takeBack(caller.id());
  }
}
