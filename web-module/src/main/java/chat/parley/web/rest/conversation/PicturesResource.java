package chat.parley.web.rest.conversation;

import chat.parley.conversation.GroupPicture;
import chat.parley.conversation.boundary.GroupPortraits;
import chat.parley.media.PictureSize;
import chat.parley.platform.Limits;
import chat.parley.web.json.BodyLimit;
import chat.parley.web.rest.PictureMessages;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The pictures of groups. */
@Path("/conversations")
@RequestScoped
@RolesAllowed(Roles.USER)
@Tag(name = "Groups")
public class PicturesResource {

  @Inject private CurrentAccount caller;
  @EJB private GroupPortraits portraits;

  /** Gives a group a picture. */
  @PUT
  @Path("/{id}/picture")
  @Consumes({PictureMessages.ANY_IMAGE, MediaType.APPLICATION_OCTET_STREAM})
  @Produces(MediaType.APPLICATION_JSON)
  @BodyLimit(Limits.PICTURE_BYTES)
  @Operation(
      operationId = "setPicture",
      summary = "Give a group a picture",
      description =
          "As setProfilePicture does: JPEG or PNG, as its bytes say, which the server draws anew.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = PictureMessages.JPEG,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = PictureMessages.PNG,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "204", description = "The group has this picture")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "415", ref = "UnsupportedPicture")
  @APIResponse(responseCode = "429", ref = "TooManyRequestsOrOwnBudgetExhausted")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public Response put(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "x") @QueryParam("x") @Nullable String x,
      @Parameter(ref = "y") @QueryParam("y") @Nullable String y,
      @Parameter(
              description = PictureMessages.SQUARE,
              schema = @Schema(type = SchemaType.INTEGER, minimum = "" + Limits.PICTURE_SMALLEST))
          @QueryParam("size")
          @Nullable String size,
      InputStream body) {
    portraits.set(caller.id(), PathIds.conversation(id), PictureMessages.read(body, x, y, size));
    return Response.noContent().build();
  }

  /** Takes it away. */
  @DELETE
  @Path("/{id}/picture")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "removePicture", summary = "Take a group's picture away")
  @APIResponse(responseCode = "204", description = "The group has no picture")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response remove(@Parameter(ref = "id") @PathParam("id") String id) {
    portraits.remove(caller.id(), PathIds.conversation(id));
    return Response.noContent().build();
  }

  /** The picture. */
  @GET
  @Path("/{id}/picture")
  @Produces({PictureMessages.JPEG, PictureMessages.PNG, "image/webp"})
  @Operation(
      operationId = "getPicture",
      summary = "The picture of a group, for its members",
      description =
          "Its entity tag begins with the id that the group names as its picture. A picture that was"
              + " sent before pictures were drawn anew is answered as it was sent.")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content = {
        @Content(
            mediaType = PictureMessages.JPEG,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = PictureMessages.PNG,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "image/webp",
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "304", description = "It is the one that the caller has")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response get(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "size") @QueryParam("size") @Nullable String size,
      @Context @Parameter(hidden = true) Request request) {
    PictureSize edge = PictureMessages.size(size);
    GroupPicture shown = portraits.read(caller.id(), PathIds.conversation(id), edge);
    return PictureMessages.answer(request, PictureMessages.tag(shown.id(), edge), shown.picture())
        .build();
  }
}
