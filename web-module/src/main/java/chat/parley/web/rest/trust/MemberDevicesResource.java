package chat.parley.web.rest.trust;

import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import chat.parley.trust.boundary.Statements;
import chat.parley.web.json.StrictJson;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The devices that belong in the group of a conversation. */
@Path("/conversations/{id}/devices")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class MemberDevicesResource {

  @Inject private CurrentAccount caller;
  @EJB private Statements statements;

  /** Lists them. */
  @GET
  @Operation(
      operationId = "listMemberDevices",
      summary = "The devices of the members, with their keys",
      description =
          "Those that have registered a key, 1000 at a time. A leaf of the group belongs to one of"
              + " them, with exactly this key; a commit removes every other. What an account says of a"
              + " device is for the clients to check.")
  @APIResponseSchema(
      value = MemberDevicesPage.class,
      responseCode = "200",
      responseDescription = "A page of them")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public MemberDevicesPage list(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after) {
    return MemberDevicesPage.of(
        statements.devices(caller.id(), PathIds.conversation(id), device(after)));
  }

  private static @Nullable DeviceId device(@Nullable String text) {
    if (text == null) {
      return null;
    }
    UUID id = StrictJson.id(text);
    if (id == null) {
      throw new InvalidInput("/after", "Not a cursor of this list.");
    }
    return new DeviceId(id);
  }
}
