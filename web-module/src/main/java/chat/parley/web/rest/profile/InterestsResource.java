package chat.parley.web.rest.profile;

import chat.parley.profile.AddedInterest;
import chat.parley.profile.boundary.Interests;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one can be interested in. */
@Path("/interests")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class InterestsResource {

  @Inject private CurrentAccount caller;
  @EJB private Interests interests;

  /** The catalogue. */
  @GET
  @Operation(
      operationId = "listInterests",
      summary = "What one can be interested in, by category",
      description = "With those that the caller added and that wait for moderation.")
  @APIResponseSchema(
      value = InterestCatalogueJson.class,
      responseCode = "200",
      responseDescription = "The catalogue")
  public InterestCatalogueJson list() {
    return new InterestCatalogueJson(
        interests.catalogue(caller.id()).stream().map(InterestCategoryJson::of).toList());
  }

  /** Adds to it. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addInterest",
      summary = "Add an interest that the catalogue does not have",
      description =
          "Nobody but the caller sees it until a moderator approves it. It is the caller's once it"
              + " is chosen, and taken back when a choice leaves it out.")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = InterestJson.class)))
  @APIResponse(
      responseCode = "200",
      description = "There is one by that name",
      content = @Content(schema = @Schema(implementation = InterestJson.class)))
  @APIResponse(responseCode = "409", ref = "TooManyPendingInterests")
  public Response add(AddInterestJson wish) {
    AddedInterest added = interests.add(caller.id(), wish.wish());
    return Response.status(added.added() ? Response.Status.CREATED : Response.Status.OK)
        .entity(InterestJson.of(added.interest()))
        .build();
  }
}
