package chat.parley.web.rest.message;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.boundary.Conversations;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.message.boundary.DirectMessages;
import chat.parley.platform.InvalidInput;
import chat.parley.realtime.DirectPage;
import chat.parley.realtime.HistoryPage;
import chat.parley.realtime.SharedEntry;
import chat.parley.realtime.boundary.DirectHistory;
import chat.parley.realtime.boundary.History;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.IdempotencyKey;
import chat.parley.web.rest.PageQuery;
import chat.parley.web.rest.Roles;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Talking to one person, for programs that know a name and keep no connection. */
@Path("/chat")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class ChatResource {

  private static final int PAGE = 50;

  @Inject private CurrentAccount caller;
  @EJB private DirectMessages direct;
  @EJB private Conversations conversations;
  @Inject private Sending sending;
  @Inject private History history;
  @Inject private DirectHistory directHistory;

  /** Sends a text to somebody. */
  @POST
  @Path("/send")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sendToPerson",
      summary = "Send a text to somebody",
      description =
          "Answered when it is stored. It goes to the sealed conversation of the two, and is on their"
              + " screens at once. Somebody who is no contact has to be asked first.")
  @APIResponseSchema(
      value = MessageJson.class,
      responseCode = "200",
      responseDescription = "The message as it is stored")
  @APIResponse(responseCode = "403", ref = "RequestNeeded")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "PeopleApart")
  @APIResponse(responseCode = "410", ref = "AccountDeleted")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public MessageJson send(
      SendDirect wish,
      @Parameter(ref = IdempotencyKey.HEADER) @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key) {
    sending.admit(caller);
    ConversationId conversation = direct.open(caller.id(), wish.recipient());
    Entry entry = sending.send(caller, key, conversation, wish.message());
    return MessageJson.direct(
        entry,
        conversations.get(new ConversationId(entry.stream().owner()), caller.id()),
        caller.id());
  }

  /** Lists the messages with somebody, or with everybody. */
  @GET
  @Path("/messages")
  @Operation(
      operationId = "listMessages",
      summary = "The messages with somebody, or with everybody",
      description =
          "With 'recipient' the messages of the two, in order of seq: the newest page, or the one"
              + " before or after an entry. Without it those of all conversations of two, the newest"
              + " conversation first, each from its beginning to its end. Without a limit 50 at a"
              + " time; bodies of about 1 MiB end a page early.")
  @APIResponseSchema(
      value = MessagesPage.class,
      responseCode = "200",
      responseDescription = "A page of messages")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public MessagesPage list(
      @Parameter(
              description = "A user name or the id of an account.",
              schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 64))
          @QueryParam("recipient")
          @Nullable String recipient,
      @Parameter(
              description =
                  "Behind this entry, from the lowest: a seq, or without 'recipient' the 'next' of"
                      + " the page before. Not with 'before'.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      minLength = 1,
                      maxLength = PageQuery.CURSOR_LENGTH))
          @QueryParam("after")
          @Nullable String after,
      @Parameter(
              description = "Before this seq, up to the highest. Only with 'recipient'.",
              schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{1,15}$"))
          @QueryParam("before")
          @Nullable String before,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    int items = PageQuery.limit(limit, PAGE);
    if (recipient != null) {
      return with(recipient, SeqQuery.of(after, before, items));
    }
    if (before != null) {
      throw new InvalidInput("/before", "It goes with 'recipient' only.");
    }
    return withAll(place(PageQuery.cursor(after)), items);
  }

  private MessagesPage with(String recipient, SeqQuery query) {
    ConversationId id = direct.find(caller.id(), recipient);
    ConversationView conversation = conversations.get(id, caller.id());
    HistoryPage page = query.read(history, caller.id(), StreamId.conversation(id.value()));
    return new MessagesPage(messages(conversation, page.entries()), query.next(page));
  }

  private MessagesPage withAll(DirectPage.@Nullable Place from, int items) {
    DirectPage page = directHistory.page(caller.id(), from, items, SeqQuery.BYTES);
    DirectPage.Place next = page.next();
    return new MessagesPage(
        page.talks().stream()
            .flatMap(talk -> messages(talk.conversation(), talk.entries()).stream())
            .toList(),
        next == null ? null : next.conversation() + "." + next.after());
  }

  private List<MessageJson> messages(ConversationView conversation, List<SharedEntry> entries) {
    return entries.stream()
        .map(SharedEntry::entry)
        .filter(MessageJson::isMessage)
        .map(entry -> MessageJson.direct(entry, conversation, caller.id()))
        .toList();
  }

  private static DirectPage.@Nullable Place place(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    int dot = cursor.indexOf('.');
    UUID conversation = dot < 0 ? null : StrictJson.id(cursor.substring(0, dot));
    if (conversation == null) {
      throw new InvalidInput("/after", "Not a cursor of this list.");
    }
    return new DirectPage.Place(
        new ConversationId(conversation), SeqQuery.seq("/after", cursor.substring(dot + 1), 0));
  }
}
