package chat.parley.web.rest.conversation;

import chat.parley.conversation.GroupPicture;
import chat.parley.conversation.Picture;
import chat.parley.conversation.boundary.Groups;
import chat.parley.platform.Limits;
import chat.parley.web.json.BodyLimit;
import chat.parley.web.json.BodyTooLarge;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pictures of groups. */
@Path("/conversations")
@RequestScoped
@RolesAllowed(Roles.USER)
@Tag(name = "Groups")
public class PicturesResource {

  private static final String PNG = "image/png";
  private static final String JPEG = "image/jpeg";
  private static final String WEBP = "image/webp";

  @Inject private CurrentAccount caller;
  @EJB private Groups groups;

  /** Gives a group a picture. */
  @PUT
  @Path("/{id}/picture")
  @Consumes({PNG, JPEG, WEBP})
  @Produces(MediaType.APPLICATION_JSON)
  @BodyLimit(Limits.PICTURE_BYTES)
  @Operation(
      operationId = "setPicture",
      summary = "Give a group a picture",
      description =
          "PNG, JPEG or WebP, as its bytes must say; at most 256 KiB, and 1,024 pixels wide and"
              + " high. The server stores the bytes as they are: a client takes out of them what"
              + " they tell about place and camera.")
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = WEBP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "204", description = "The group has this picture")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response put(
      @Parameter(ref = "id") @PathParam("id") String id,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(Limits.PICTURE_BYTES + 1);
    if (bytes.length > Limits.PICTURE_BYTES) {
      throw new BodyTooLarge(Limits.PICTURE_BYTES);
    }
    MediaType named = MediaType.valueOf(type);
    groups.depict(
        caller.id(),
        PathIds.conversation(id),
        Picture.of(named.getType() + "/" + named.getSubtype(), bytes));
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
    groups.depict(caller.id(), PathIds.conversation(id), null);
    return Response.noContent().build();
  }

  /** The picture. */
  @GET
  @Path("/{id}/picture")
  @Produces({PNG, JPEG, WEBP})
  @Operation(
      operationId = "getPicture",
      summary = "The picture of a group, for its members",
      description = "Its entity tag is the id that the group names as its picture.")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content = {
        @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = WEBP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "304", description = "It is the one that the caller has")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response get(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Context @Parameter(hidden = true) Request request) {
    GroupPicture shown = groups.picture(caller.id(), PathIds.conversation(id));
    EntityTag tag = new EntityTag(shown.id().toString());
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    if (same != null) {
      return same.tag(tag).build();
    }
    return Response.ok(shown.picture().bytes(), shown.picture().type())
        .tag(tag)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"picture\"")
        .build();
  }
}
