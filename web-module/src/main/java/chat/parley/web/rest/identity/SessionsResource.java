package chat.parley.web.rest.identity;

import chat.parley.identity.SessionId;
import chat.parley.identity.boundary.Sessions;
import chat.parley.platform.NotFound;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sessions of the caller. */
@Path("/sessions")
@RequestScoped
@RolesAllowed({Roles.USER, Roles.NEWCOMER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
public class SessionsResource {

  @Inject private CurrentAccount caller;
  @Inject private Sessions sessions;

  /** The open sessions. */
  @GET
  @Operation(operationId = "listSessions", summary = "The open sessions of the caller")
  @APIResponseSchema(
      value = SessionsPage.class,
      responseCode = "200",
      responseDescription = "All of them")
  public SessionsPage list() {
    return new SessionsPage(
        sessions.list(caller.id()).stream()
            .map(session -> SessionJson.of(session, caller.session()))
            .toList());
  }

  /** Ends one. */
  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "endSession",
      summary = "End one session, on all instances and with its socket")
  @APIResponse(responseCode = "204", description = "Ended")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response end(
      @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @PathParam("id")
          String id) {
    sessions.revoke(caller.id(), id(id));
    return Response.noContent().build();
  }

  /** Names the device of one. */
  @PATCH
  @RolesAllowed(Roles.USER)
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeSession",
      summary = "Name the device of a session",
      description = "The name stays when the device signs in again and calls itself otherwise.")
  @APIResponseSchema(
      value = SessionJson.class,
      responseCode = "200",
      responseDescription = "The session with the new name")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public SessionJson change(
      @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @PathParam("id")
          String id,
      SessionChangeJson body) {
    return SessionJson.of(
        sessions.renameDevice(caller.id(), id(id), body.deviceName()), caller.session());
  }

  private static SessionId id(String text) {
    UUID session = StrictJson.id(text);
    if (session == null) {
      throw new NotFound();
    }
    return new SessionId(session);
  }

  /** Ends all but this one. */
  @DELETE
  @Path("/others")
  @Operation(operationId = "endOtherSessions", summary = "Sign out everywhere else")
  @APIResponse(responseCode = "204", description = "Ended")
  public Response endOthers() {
    sessions.revokeOthers(caller.id(), caller.session());
    return Response.noContent().build();
  }

  /** Ends all, this one too. */
  @DELETE
  @Operation(operationId = "endAllSessions", summary = "Sign out everywhere, here too")
  @APIResponse(responseCode = "204", description = "Ended")
  public Response endAll() {
    sessions.revokeAll(caller.id());
    return Response.noContent().cookie(RefreshCookie.gone()).build();
  }
}
