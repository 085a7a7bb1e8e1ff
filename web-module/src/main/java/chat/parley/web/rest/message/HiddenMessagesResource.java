package chat.parley.web.rest.message;

import chat.parley.message.HideMessages;
import chat.parley.message.boundary.HiddenMessages;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller does not want to see any more. */
@Path("/conversations/{id}/hidden-messages")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class HiddenMessagesResource {

  @Inject private CurrentAccount caller;
  @EJB private HiddenMessages messages;

  /** Delete for me. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "hideMessages",
      summary = "Delete messages for oneself",
      description =
          "All devices of the caller learn of it by an entry messages.hidden in the caller's own"
              + " stream; nobody else does. Doing it again changes nothing.")
  @APIResponse(responseCode = "204", description = "Hidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void hide(@Parameter(ref = "id") @PathParam("id") String id, HideMessagesJson wish) {
    messages.hide(new HideMessages(caller.id(), PathIds.conversation(id), wish.seqs()));
  }
}
