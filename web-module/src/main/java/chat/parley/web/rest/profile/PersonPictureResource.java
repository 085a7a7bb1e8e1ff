package chat.parley.web.rest.profile;

import chat.parley.media.MediaId;
import chat.parley.media.PictureSize;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import chat.parley.profile.boundary.ProfilePictures;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.PictureMessages;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The pictures of people. */
@Path("/people/{id}/pictures/{picture}")
@RequestScoped
@RolesAllowed(Roles.USER)
@Tag(name = "People")
public class PersonPictureResource {

  /** It never changes, and is its viewer's alone. */
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  @Inject private CurrentAccount caller;
  @EJB private ProfilePictures pictures;

  /** A picture. */
  @GET
  @Produces(PictureMessages.JPEG)
  @Operation(
      operationId = "getPersonPicture",
      summary = "Somebody's picture, if he shows it to the caller",
      description =
          "Under one name it is the same for ever. One that is not his, or not any more, is answered"
              + " like one that he does not show.")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content =
          @Content(
              mediaType = PictureMessages.JPEG,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "It is the one that the caller has")
  @APIResponse(responseCode = "307", description = "It is at an address of the store, for a minute")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response get(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "picture") @PathParam("picture") String picture,
      @Parameter(ref = "size") @QueryParam("size") @Nullable String size,
      @Parameter(
              description =
                  "'allowed' when the caller follows redirects: where the store of uploads gives"
                      + " addresses of its own (S3), the bytes then come from there.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"allowed"}))
          @QueryParam("redirect")
          @Nullable String redirect,
      @Context @Parameter(hidden = true) Request request) {
    AccountId person = new AccountId(any(id));
    MediaId media = new MediaId(any(picture));
    PictureSize edge = PictureMessages.size(size);
    if ("allowed".equals(redirect)) {
      Optional<URI> link = pictures.link(caller.id(), person, media, edge);
      if (link.isPresent()) {
        return Response.temporaryRedirect(link.get()).build();
      }
    }
    return PictureMessages.answer(
            request,
            PictureMessages.tag(media, edge),
            pictures.read(caller.id(), person, media, edge))
        .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
        .build();
  }

  private static UUID any(String id) {
    UUID value = StrictJson.id(id);
    if (value == null) {
      throw new NotFound();
    }
    return value;
  }
}
