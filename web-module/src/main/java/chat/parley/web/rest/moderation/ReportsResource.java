package chat.parley.web.rest.moderation;

import chat.parley.moderation.ReportId;
import chat.parley.moderation.boundary.Reports;
import chat.parley.platform.NotFound;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Telling moderators of somebody. */
@Path("/people/{id}/reports")
@RequestScoped
@RolesAllowed(Roles.USER)
@Tag(name = "Contacts")
public class ReportsResource {

  @Inject private CurrentAccount caller;
  @EJB private Reports reports;

  /** Tells. */
  @PUT
  @Path("/{report}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reportPerson",
      summary = "Tell moderators of somebody",
      description =
          "With the evidence that the caller chooses, and nothing else; it is copied, and stays when"
              + " it is deleted. The person is not told. The same report again changes nothing. At"
              + " most 20 a day.")
  @APIResponse(responseCode = "204", description = "Told, now or before")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public void report(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(
              description = "An id that the caller makes for this report.",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("report")
          String report,
      ReportJson wish) {
    UUID chosen = StrictJson.id(report);
    if (chosen == null) {
      throw new NotFound();
    }
    reports.report(caller.id(), wish.wish(new ReportId(chosen), PathIds.account(id)));
  }
}
