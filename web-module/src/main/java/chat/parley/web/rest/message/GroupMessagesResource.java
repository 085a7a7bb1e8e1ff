package chat.parley.web.rest.message;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.boundary.Conversations;
import chat.parley.journal.StreamId;
import chat.parley.realtime.HistoryPage;
import chat.parley.realtime.SharedEntry;
import chat.parley.realtime.boundary.History;
import chat.parley.web.rest.IdempotencyKey;
import chat.parley.web.rest.PageQuery;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Talking in a group, for programs that keep no connection. */
@Path("/groups")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class GroupMessagesResource {

  private static final int PAGE = 50;

  @Inject private CurrentAccount caller;
  @EJB private Conversations conversations;
  @Inject private Sending sending;
  @Inject private History history;

  /** Sends a text to a group. */
  @POST
  @Path("/{groupId}/send")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sendToGroup",
      summary = "Send a text to a group",
      description = "Answered when it is stored. Who may write is one of the group's rules.")
  @APIResponseSchema(
      value = MessageJson.class,
      responseCode = "200",
      responseDescription = "The message as it is stored")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "NotAnMlsMessage")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public MessageJson send(
      @Parameter(ref = "groupId") @PathParam("groupId") String groupId,
      SendToGroup wish,
      @Parameter(ref = IdempotencyKey.HEADER) @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key) {
    sending.admit(caller);
    return MessageJson.group(sending.send(caller, key, group(groupId), wish.message()));
  }

  /** Lists the messages of a group. */
  @GET
  @Path("/{groupId}/messages")
  @Operation(
      operationId = "listGroupMessages",
      summary = "The messages of a group",
      description =
          "In order of seq: the newest page, or the one before or after an entry; from where the"
              + " caller joined to where he left. Without a limit 50 at a time; bodies of about"
              + " 1 MiB end a page early.")
  @APIResponseSchema(
      value = MessagesPage.class,
      responseCode = "200",
      responseDescription = "A page of messages")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public MessagesPage list(
      @Parameter(ref = "groupId") @PathParam("groupId") String groupId,
      @Parameter(
              description = "Behind this seq, from the lowest. Not with 'before'.",
              schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{1,15}$"))
          @QueryParam("after")
          @Nullable String after,
      @Parameter(
              description = "Before this seq, up to the highest.",
              schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{1,15}$"))
          @QueryParam("before")
          @Nullable String before,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    SeqQuery query = SeqQuery.of(after, before, PageQuery.limit(limit, PAGE));
    StreamId stream = StreamId.conversation(group(groupId).value());
    HistoryPage page = query.read(history, caller.id(), stream);
    return new MessagesPage(
        page.entries().stream()
            .map(SharedEntry::entry)
            .filter(MessageJson::isMessage)
            .map(MessageJson::group)
            .toList(),
        query.next(page));
  }

  /** What is no group of the caller, now or before, is answered like none. */
  private ConversationId group(String text) {
    ConversationId group = PathIds.conversation(text);
    conversations.requireGroup(group, caller.id());
    return group;
  }
}
