package chat.parley.web.rest.trust;

import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Devices that wrote in a conversation and belong to it no longer. */
@Path("/conversations/{id}/former-devices")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class FormerDevicesResource {

  @Inject private CurrentAccount caller;
  @EJB private Statements statements;

  /** Finds some of them. */
  @GET
  @Operation(
      operationId = "findFormerDevices",
      summary = "Devices that belong to the conversation no longer, with the keys they had",
      description =
          "Of the devices that are asked for, those on which somebody has signed out in the last 90"
              + " days, and those of people who have left. A client that reads the log late needs them"
              + " for what they wrote; they belong in no tree any more. What their accounts said of"
              + " them is for the clients to check.")
  @APIResponseSchema(
      value = MemberDevicesPage.class,
      responseCode = "200",
      responseDescription = "Those that are known")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public MemberDevicesPage find(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(
              required = true,
              description = "The devices; given once for each.",
              schema = @Schema(format = "uuid", maxItems = Limits.FORMER_DEVICES))
          @QueryParam("device")
          List<String> wanted) {
    return MemberDevicesPage.of(
        statements.former(caller.id(), PathIds.conversation(id), devices(wanted)));
  }

  private static Set<DeviceId> devices(List<String> texts) {
    if (texts.isEmpty() || texts.size() > Limits.FORMER_DEVICES) {
      throw new InvalidInput(
          "/device", "Ask for 1 to " + Limits.FORMER_DEVICES + " devices at once.");
    }
    Set<DeviceId> devices = new LinkedHashSet<>();
    for (String text : texts) {
      UUID id = StrictJson.id(text);
      if (id == null) {
        throw new InvalidInput("/device", "Not the id of a device.");
      }
      devices.add(new DeviceId(id));
    }
    return devices;
  }
}
