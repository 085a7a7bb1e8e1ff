package chat.parley.web.rest.message;

import chat.parley.conversation.ConversationId;
import chat.parley.message.ScheduledMessageId;
import chat.parley.message.boundary.ScheduledMessages;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Messages of the caller that wait for their time. */
@Path("/conversations/{id}/scheduled-messages")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class ScheduledMessagesResource {

  @Inject private CurrentAccount caller;
  @EJB private ScheduledMessages messages;

  /** Schedules a message. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "scheduleMessage",
      summary = "Send a message at a later time",
      description =
          "It is sent once, as the caller's device and under its cid, whether the caller is there or"
              + " not. Whether the caller may write is asked then; when not, an entry"
              + " scheduled.failed in the caller's own stream tells of it. At most 100 messages of a"
              + " person wait.")
  @APIResponse(
      responseCode = "201",
      description = "Scheduled",
      headers =
          @Header(
              name = "Location",
              description = "Where the message waits.",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ScheduledMessageJson.class)))
  @APIResponse(
      responseCode = "200",
      description = "This cid had scheduled it before",
      content = @Content(schema = @Schema(implementation = ScheduledMessageJson.class)))
  @APIResponse(responseCode = "403", ref = "TooManyScheduled")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "AlreadySent")
  @APIResponse(responseCode = "422", ref = "NotAnMlsMessage")
  public Response schedule(
      @Parameter(ref = "id") @PathParam("id") String id, ScheduleMessageJson wish) {
    ConversationId conversation = PathIds.conversation(id);
    ScheduledMessages.Scheduled scheduled =
        messages.schedule(wish.message(caller.id(), caller.device(), conversation), wish.sendAt());
    ScheduledMessageJson body = ScheduledMessageJson.of(scheduled.message());
    URI place =
        URI.create("/api/conversations/" + conversation + "/scheduled-messages/" + body.id());
    return scheduled.created()
        ? Response.created(place).entity(body).build()
        : Response.ok(body).build();
  }

  /** Lists what waits. */
  @GET
  @Operation(
      operationId = "listScheduledMessages",
      summary = "The caller's messages that wait in a conversation",
      description = "In the order of their times.")
  @APIResponseSchema(
      value = ScheduledMessagesJson.class,
      responseCode = "200",
      responseDescription = "All of them")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ScheduledMessagesJson list(@Parameter(ref = "id") @PathParam("id") String id) {
    return new ScheduledMessagesJson(
        messages.list(caller.id(), PathIds.conversation(id)).stream()
            .map(ScheduledMessageJson::of)
            .toList());
  }

  /** Takes a message back. */
  @DELETE
  @Path("/{message}")
  @Operation(
      operationId = "cancelScheduledMessage",
      summary = "Take a message back before it is sent",
      description = "What was just sent is not there any more.")
  @APIResponse(responseCode = "204", description = "It will not be sent")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void cancel(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @PathParam("message")
          String message) {
    messages.cancel(
        caller.id(), PathIds.conversation(id), new ScheduledMessageId(PathIds.any(message)));
  }
}
