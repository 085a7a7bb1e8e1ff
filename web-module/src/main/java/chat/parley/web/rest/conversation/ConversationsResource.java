package chat.parley.web.rest.conversation;

import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Page;
import chat.parley.realtime.ConversationOverview;
import chat.parley.realtime.HistoryPage;
import chat.parley.realtime.boundary.History;
import chat.parley.realtime.boundary.Overviews;
import chat.parley.web.rest.PageQuery;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import chat.parley.web.socket.EntryJson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;

/** The conversations of the caller. */
@Path("/conversations")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
public class ConversationsResource {

  private static final int PAGE = 50;
  private static final int ENTRIES_BYTES = 1024 * 1024;
  private static final String NUMBER_MAX = "999999999999999";

  @Inject private CurrentAccount caller;
  @Inject private Overviews overviews;
  @Inject private History history;
  @Inject private ConversationAnswers answers;

  /** Opens the one conversation with somebody, or finds it. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "openConversation",
      summary = "Open the conversation with somebody, or find it",
      description =
          "Two people have one conversation of each kind, whoever opens it and how often. Somebody"
              + " who is no contact has to be asked first; who has agreed to one kind has agreed to"
              + " both.")
  @APIResponse(
      responseCode = "201",
      description = "Opened",
      headers =
          @Header(
              name = "Location",
              description = "Where the conversation is.",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ConversationJson.class)))
  @APIResponse(
      responseCode = "200",
      description = "The two already had it",
      content = @Content(schema = @Schema(implementation = ConversationJson.class)))
  @APIResponse(responseCode = "403", ref = "RequestNeeded")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response open(OpenConversation wish) {
    Overviews.Opened opened =
        overviews.open(caller.id(), new AccountId(wish.member()), wish.wantedKind());
    ConversationJson body = answers.of(opened.overview());
    return opened.created()
        ? Response.created(URI.create("/api/conversations/" + body.id())).entity(body).build()
        : Response.ok(body).build();
  }

  /** Lists the caller's conversations, newest first. */
  @GET
  @Operation(
      operationId = "listConversations",
      summary = "The conversations of the caller, newest first",
      description = "Without a limit 50 at a time.")
  @APIResponseSchema(
      value = ConversationsPage.class,
      responseCode = "200",
      responseDescription = "A page of the list")
  public ConversationsPage list(
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    Page<ConversationOverview> page =
        overviews.list(caller.id(), PageQuery.cursor(after), PageQuery.limit(limit, PAGE));
    return new ConversationsPage(answers.of(page.items()), page.next());
  }

  /** One conversation of the caller. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getConversation", summary = "A conversation of the caller")
  @APIResponseSchema(
      value = ConversationJson.class,
      responseCode = "200",
      responseDescription = "The conversation")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ConversationJson get(@Parameter(ref = "id") @PathParam("id") String id) {
    return answers.of(overviews.get(PathIds.conversation(id), caller.id()));
  }

  /** A page of a conversation, in order. */
  @GET
  @Path("/{id}/entries")
  @Operation(
      operationId = "listEntries",
      summary = "A page of the conversation's log",
      description =
          "In order of seq; after or before an entry, by default before the end; without a limit 50"
              + " at a time. Bodies of about 1 MiB end a page early, which is what 'more' is for.")
  @APIResponseSchema(
      value = EntriesPage.class,
      responseCode = "200",
      responseDescription = "A page of the log")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public EntriesPage entries(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(
              description = "Entries with a higher number, from the lowest. Not with 'before'.",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = NUMBER_MAX))
          @QueryParam("after")
          @Nullable String after,
      @Parameter(
              description = "Entries with a lower number, up to the highest.",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = NUMBER_MAX))
          @QueryParam("before")
          @Nullable String before,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    if (after != null && before != null) {
      throw new InvalidInput("/before", "Only one of 'after' and 'before' can be given.");
    }
    long end = before == null ? Long.MAX_VALUE : number("/before", before);
    if (end < 1) {
      throw new InvalidInput("/before", "The log begins with entry 1.");
    }
    StreamId stream = StreamId.conversation(PathIds.conversation(id).value());
    int items = PageQuery.limit(limit, PAGE);
    HistoryPage page =
        after != null
            ? history.after(caller.id(), stream, number("/after", after), items, ENTRIES_BYTES)
            : history.before(caller.id(), stream, end, items, ENTRIES_BYTES);
    return new EntriesPage(EntryJson.array(page.entries(), caller.device()), page.more());
  }

  private static long number(String pointer, String text) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= NUMBER_MAX.length()
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits) {
      throw new InvalidInput(pointer, "A whole number is expected.");
    }
    return Long.parseLong(text);
  }
}
