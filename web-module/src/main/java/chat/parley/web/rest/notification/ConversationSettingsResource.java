package chat.parley.web.rest.notification;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.notification.ConversationNotifications;
import chat.parley.notification.boundary.Notifications;
import chat.parley.platform.NotFound;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller wants to be told of a conversation. */
@Path("/conversations/{id}/settings")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class ConversationSettingsResource {

  @Inject private CurrentAccount caller;
  @EJB private Memberships memberships;
  @EJB private Notifications notifications;
  @Inject private Clock clock;

  /** What holds now. */
  @GET
  @Operation(
      operationId = "getConversationSettings",
      summary = "What the caller wants to be told of a conversation")
  @APIResponseSchema(
      value = ConversationSettingsJson.class,
      responseCode = "200",
      responseDescription = "What holds now")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ConversationSettingsJson get(@Parameter(ref = "id") @PathParam("id") String id) {
    ConversationId conversation = conversation(id);
    memberships.requireMember(conversation, caller.id());
    return ConversationSettingsJson.of(wish(conversation));
  }

  /** Changes it. */
  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeConversationSettings",
      summary = "Change what the caller is told of a conversation",
      description =
          "All own devices learn of it by an entry conversation.settings of the caller's stream.")
  @APIResponseSchema(
      value = ConversationSettingsJson.class,
      responseCode = "200",
      responseDescription = "What holds from now on")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ConversationSettingsJson change(
      @Parameter(ref = "id") @PathParam("id") String id, ConversationSettingsChange change) {
    ConversationId conversation = conversation(id);
    ConversationNotifications wish = change.applyTo(wish(conversation), clock.instant());
    notifications.change(conversation, caller.id(), wish);
    return ConversationSettingsJson.of(wish);
  }

  private ConversationNotifications wish(ConversationId conversation) {
    return notifications
        .of(caller.id(), List.of(conversation))
        .getOrDefault(conversation, ConversationNotifications.DEFAULT);
  }

  /** An id that is none belongs to no conversation of the caller: the same answer. */
  private static ConversationId conversation(String id) {
    UUID value = StrictJson.id(id);
    if (value == null) {
      throw new NotFound();
    }
    return new ConversationId(value);
  }
}
