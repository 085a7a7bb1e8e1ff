package chat.parley.web.rest.keys;

import chat.parley.keys.boundary.Epochs;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

/** The group of a conversation that is encrypted end to end. */
@Path("/conversations/{id}/mls")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class GroupEpochResource {

  @Inject private CurrentAccount caller;
  @EJB private Epochs epochs;

  /** Where it is. */
  @GET
  @Operation(
      operationId = "getGroupEpoch",
      summary = "Where the group of a conversation is",
      description = "For a device without a Welcome, which joins by an external commit.")
  @APIResponseSchema(
      value = GroupEpochJson.class,
      responseCode = "200",
      responseDescription = "The newest epoch")
  @APIResponse(responseCode = "204", description = "Nobody has begun the group yet")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public @Nullable GroupEpochJson get(@Parameter(ref = "id") @PathParam("id") String id) {
    return epochs.group(caller.id(), PathIds.conversation(id)).map(GroupEpochJson::of).orElse(null);
  }
}
