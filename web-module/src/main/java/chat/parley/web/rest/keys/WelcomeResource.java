package chat.parley.web.rest.keys;

import chat.parley.keys.boundary.Epochs;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The Welcome of the caller's device to the group of a conversation. */
@Path("/conversations/{id}/welcome")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class WelcomeResource {

  @Inject private CurrentAccount caller;
  @EJB private Epochs epochs;

  /** Gives it. */
  @GET
  @Operation(
      operationId = "getWelcome",
      summary = "The Welcome that waits for the caller's device",
      description = "The newest; it waits for 90 days, or until it is deleted.")
  @APIResponseSchema(
      value = WelcomeJson.class,
      responseCode = "200",
      responseDescription = "The Welcome")
  @APIResponse(responseCode = "204", description = "None waits")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public @Nullable WelcomeJson get(@Parameter(ref = "id") @PathParam("id") String id) {
    return epochs
        .welcome(caller.id(), caller.device(), PathIds.conversation(id))
        .map(WelcomeJson::of)
        .orElse(null);
  }

  /** Forgets it. */
  @DELETE
  @Operation(
      operationId = "deleteWelcome",
      summary = "Forget the Welcome, once it was used",
      description = "Without one nothing happens.")
  @APIResponse(responseCode = "204", description = "None waits")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void delete(@Parameter(ref = "id") @PathParam("id") String id) {
    epochs.used(caller.id(), caller.device(), PathIds.conversation(id));
  }
}
