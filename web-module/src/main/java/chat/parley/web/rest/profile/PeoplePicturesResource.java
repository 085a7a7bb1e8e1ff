package chat.parley.web.rest.profile;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.profile.boundary.ProfilePictures;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people look like: who has which picture. */
@Path("/people/pictures")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class PeoplePicturesResource {

  @Inject private CurrentAccount caller;
  @EJB private ProfilePictures pictures;

  /** Who has which picture. */
  @GET
  @Operation(
      operationId = "listPeoplePictures",
      summary = "The pictures of several people, by name",
      description =
          "Those who do not exist, have no picture, or do not show it to the caller are left out"
              + " alike.")
  @APIResponseSchema(
      value = PicturesOfPeopleJson.class,
      responseCode = "200",
      responseDescription = "Who has which picture")
  public PicturesOfPeopleJson list(
      @Parameter(
              required = true,
              description = "The id of an account; named once for each person.",
              schema =
                  @Schema(
                      type = SchemaType.ARRAY,
                      implementation = UUID.class,
                      maxItems = Limits.PICTURES_ASKED_FOR))
          @QueryParam("id")
          List<String> ids) {
    return PicturesOfPeopleJson.of(
        pictures.of(
            caller.id(),
            ids.stream().map(PeoplePicturesResource::account).collect(Collectors.toSet())));
  }

  private static AccountId account(String id) {
    UUID value = StrictJson.id(id);
    if (value == null) {
      throw new InvalidInput("/id", "The id of an account is a UUID.");
    }
    return new AccountId(value);
  }
}
