package chat.parley.web.rest.identity;

import chat.parley.identity.boundary.Accounts;
import chat.parley.identity.boundary.PrivacyChoices;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
  @EJB private Accounts accounts;
  @EJB private PrivacyChoices privacy;

  /** The account. */
  @GET
  @RolesAllowed({Roles.USER, Roles.NEWCOMER})
  @Operation(operationId = "getAccount", summary = "The caller's own account")
  @APIResponseSchema(
      value = AccountJson.class,
      responseCode = "200",
      responseDescription = "The account")
  public AccountJson get() {
    return AccountJson.of(accounts.own(caller.id()));
  }

  /** What the person chose for the account. */
  @GET
  @Path("/settings")
  @Operation(operationId = "getAccountSettings", summary = "What the caller chose for the account")
  @APIResponseSchema(
      value = AccountSettingsJson.class,
      responseCode = "200",
      responseDescription = "The settings")
  public AccountSettingsJson settings() {
    return AccountSettingsJson.of(privacy.of(caller.id()));
  }

  /** Changes what the person chose. */
  @PATCH
  @Path("/settings")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeAccountSettings",
      summary = "Change what the caller chose for the account",
      description =
          "What is absent stays as it is. The caller's other devices learn of it from the stream of"
              + " the account, as settings.changed.")
  @APIResponseSchema(
      value = AccountSettingsJson.class,
      responseCode = "200",
      responseDescription = "The settings as they are now")
  public AccountSettingsJson change(AccountSettingsChangeJson change) {
    return AccountSettingsJson.of(privacy.change(caller.id(), change.change()));
  }
}
