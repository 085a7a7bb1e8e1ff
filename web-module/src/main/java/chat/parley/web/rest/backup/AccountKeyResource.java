package chat.parley.web.rest.backup;

import chat.parley.backup.RecoveryMethodId;
import chat.parley.backup.boundary.AccountKeys;
import chat.parley.platform.NotFound;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The key of the caller's account, and the ways to it. */
@Path("/account-key")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backup")
public class AccountKeyResource {

  @Inject private CurrentAccount caller;
  @EJB private AccountKeys keys;

  /** Gives it. */
  @GET
  @Operation(
      operationId = "getAccountKey",
      summary = "The key of the caller's account, with the ways to it",
      description =
          "What the key is made of opens the backup of encrypted conversations. The server has it"
              + " only as each way of recovery seals it.")
  @APIResponseSchema(
      value = AccountKeyJson.class,
      responseCode = "200",
      responseDescription = "The key")
  @APIResponse(responseCode = "204", description = "There is none yet")
  public @Nullable AccountKeyJson get() {
    return keys.find(caller.id()).map(AccountKeyJson::of).orElse(null);
  }

  /** Registers one. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "registerAccountKey",
      summary = "Give the caller's account its key",
      description =
          "The first one stays; to repeat it changes nothing. With 'replaces' the account begins anew:"
              + " its ways of recovery and its backup are deleted, which asks for a proof that is only"
              + " minutes old. The caller's other devices learn of it from the stream of the account,"
              + " as account-key.changed.")
  @APIResponse(responseCode = "204", description = "This is the key now")
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  @APIResponse(responseCode = "409", ref = "AccountKeyExists")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public void register(RegisterAccountKeyJson wish) {
    keys.register(caller.id(), caller.session(), wish.wanted(), wish.replaced());
  }

  /** Keeps a way of recovery. */
  @PUT
  @Path("/methods/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putRecoveryMethod",
      summary = "Keep a way of recovery",
      description =
          "The caller chooses its id. The same passkey or wallet under another id takes its own place,"
              + " and a key that is written down that of the one before, which asks for a proof that"
              + " is only minutes old. At most 10 of them.")
  @APIResponse(responseCode = "204", description = "It is kept")
  @APIResponse(responseCode = "403", ref = "TooManyRecoveryMethodsOrReauthenticationNeeded")
  @APIResponse(responseCode = "409", ref = "AccountKeyChanged")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public void put(@Parameter(ref = "id") @PathParam("id") String id, PutRecoveryMethodJson wish) {
    keys.put(caller.id(), caller.session(), wish.leadsTo(), wish.method(method(id)));
  }

  /** Takes a way of recovery away. */
  @DELETE
  @Path("/methods/{id}")
  @Operation(
      operationId = "removeRecoveryMethod",
      summary = "Take a way of recovery away",
      description =
          "Without any, what was backed up opens only in browsers that have the key of the account.")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public void remove(@Parameter(ref = "id") @PathParam("id") String id) {
    keys.remove(caller.id(), caller.session(), method(id));
  }

  private static RecoveryMethodId method(String id) {
    UUID value = StrictJson.id(id);
    if (value == null) {
      throw new NotFound();
    }
    return new RecoveryMethodId(value);
  }
}
