package chat.parley.web.rest.identity;

import chat.parley.identity.boundary.Accounts;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own account. */
@Path("/account")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class AccountResource {

  @Inject private CurrentAccount caller;
  @Inject private Accounts accounts;

  /** The account. */
  @GET
  @Operation(operationId = "getAccount", summary = "The caller's own account")
  @APIResponseSchema(
      value = AccountJson.class,
      responseCode = "200",
      responseDescription = "The account")
  public AccountJson get() {
    return AccountJson.of(accounts.own(caller.id()));
  }
}
