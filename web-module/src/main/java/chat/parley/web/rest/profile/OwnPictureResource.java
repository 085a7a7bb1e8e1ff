package chat.parley.web.rest.profile;

import chat.parley.platform.Limits;
import chat.parley.profile.boundary.ProfilePictures;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own picture. */
@Path("/account/profile/picture")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class OwnPictureResource {

  @Inject private CurrentAccount caller;
  @EJB private ProfilePictures pictures;

  /** Gives oneself a picture. */
  @PUT
  @Consumes({PictureMessages.ANY_IMAGE, MediaType.APPLICATION_OCTET_STREAM})
  @BodyLimit(Limits.PICTURE_BYTES)
  @Operation(
      operationId = "setProfilePicture",
      summary = "Give oneself a picture",
      description =
          "JPEG or PNG, as its bytes say; at most 8 MiB, 25 megapixels, and 16,384 pixels each way."
              + " The server turns it upright, cuts out the square, and draws it anew in four sizes:"
              + " nothing of what was sent is in them but what one sees. Without x, y and size the"
              + " largest square in the middle is shown.")
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
  @APIResponseSchema(
      value = OwnPictureJson.class,
      responseCode = "200",
      responseDescription = "The caller has this picture")
  @APIResponse(responseCode = "415", ref = "UnsupportedPicture")
  @APIResponse(responseCode = "429", ref = "TooManyRequestsOrOwnBudgetExhausted")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public OwnPictureJson put(
      @Parameter(ref = "x") @QueryParam("x") @Nullable String x,
      @Parameter(ref = "y") @QueryParam("y") @Nullable String y,
      @Parameter(
              description = PictureMessages.SQUARE,
              schema = @Schema(type = SchemaType.INTEGER, minimum = "" + Limits.PICTURE_SMALLEST))
          @QueryParam("size")
          @Nullable String size,
      InputStream body) {
    return new OwnPictureJson(
        pictures.set(caller.id(), PictureMessages.read(body, x, y, size)).value());
  }

  /** Takes it away. */
  @DELETE
  @Operation(operationId = "removeProfilePicture", summary = "Take one's picture away")
  @APIResponse(responseCode = "204", description = "The caller has no picture")
  public Response remove() {
    pictures.remove(caller.id());
    return Response.noContent().build();
  }
}
