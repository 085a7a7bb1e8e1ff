package chat.parley.web.rest.conversation;

import chat.parley.conversation.boundary.GroupDirectory;
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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether everybody may find a group, for those who are in it. */
@Path("/conversations/{id}/listing")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
public class ListingResource {

  @Inject private CurrentAccount caller;
  @EJB private GroupDirectory directory;

  /** Whether it is listed. */
  @GET
  @Operation(operationId = "getListing", summary = "Whether everybody may find the group")
  @APIResponseSchema(
      value = GroupListingJson.class,
      responseCode = "200",
      responseDescription = "As it is")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public GroupListingJson get(@Parameter(ref = "id") @PathParam("id") String id) {
    return GroupListingJson.of(directory.listing(caller.id(), PathIds.conversation(id)));
  }

  /** Lists it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putListing",
      summary = "Let everybody find the group",
      description =
          "For owners. Name, description, size and interests are then shown to everybody, and"
              + " whoever finds it joins, or asks to where an admin's word is wanted.")
  @APIResponseSchema(
      value = GroupListingJson.class,
      responseCode = "200",
      responseDescription = "As it is now")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public GroupListingJson put(
      @Parameter(ref = "id") @PathParam("id") String id, ListGroupJson wish) {
    return GroupListingJson.of(
        directory.list(caller.id(), PathIds.conversation(id), wish.interests()));
  }

  /** Takes it off the list. */
  @DELETE
  @Operation(
      operationId = "deleteListing",
      summary = "Let only those find the group who are led to it",
      description = "For owners. A repeat does nothing.")
  @APIResponse(responseCode = "204", description = "Not listed")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response delete(@Parameter(ref = "id") @PathParam("id") String id) {
    directory.unlist(caller.id(), PathIds.conversation(id));
    return Response.noContent().build();
  }
}
