package chat.parley.web.rest.conversation;

import chat.parley.conversation.JoinedGroup;
import chat.parley.conversation.ListedGroup;
import chat.parley.conversation.boundary.GroupDirectory;
import chat.parley.platform.Limits;
import chat.parley.platform.Page;
import chat.parley.profile.DiscoverPeople;
import chat.parley.realtime.boundary.Overviews;
import chat.parley.web.rest.PageQuery;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.profile.InterestQuery;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Groups that everybody may find. */
@Path("/listed-groups")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
public class GroupDirectoryResource {

  private static final int SIZE = 20;

  @Inject private CurrentAccount caller;
  @EJB private GroupDirectory directory;
  @Inject private Overviews overviews;
  @Inject private ConversationAnswers answers;

  /** Groups, best first. */
  @GET
  @Operation(
      operationId = "findGroups",
      summary = "Listed groups by name, description or interests; without words the newest",
      description =
          "Those whose names are like the words come first, then those whose descriptions hold"
              + " them. A group that banned the caller is not there, and none of whose owners one has"
              + " blocked the other. A page has 20 groups without a limit, and never more than 50.")
  @APIResponseSchema(
      value = GroupsFoundJson.class,
      responseCode = "200",
      responseDescription = "A page of the list")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public GroupsFoundJson find(
      @Parameter(
              description = "Words of a name or a description.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      minLength = 2,
                      maxLength = Limits.SEARCH_TEXT_LENGTH))
          @QueryParam("q")
          @Nullable String q,
      @Parameter(
              description = "The id of an interest; may be named several times.",
              schema =
                  @Schema(
                      type = SchemaType.ARRAY,
                      implementation = Integer.class,
                      maxItems = Limits.SEARCH_INTERESTS))
          @QueryParam("interest")
          List<String> interests,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit,
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after) {
    DiscoverPeople wish = new DiscoverPeople(q, InterestQuery.ids(interests));
    Page<ListedGroup> page =
        directory.find(caller.id(), wish, PageQuery.cursor(after), PageQuery.limit(limit, SIZE));
    return new GroupsFoundJson(
        page.items().stream().map(ListedGroupJson::of).toList(), page.next());
  }

  /** Joins one. */
  @POST
  @Path("/{id}/join")
  @Operation(
      operationId = "joinListedGroup",
      summary = "Join a listed group, or ask to",
      description =
          "Where the group wants an admin's word, the caller waits. A repeat does nothing.")
  @APIResponseSchema(
      value = JoinedJson.class,
      responseCode = "200",
      responseDescription = "In the group, or waiting")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "GroupFull")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public JoinedJson join(@Parameter(ref = "id") @PathParam("id") String id) {
    JoinedGroup joined = directory.join(caller.id(), PathIds.conversation(id));
    return joined.member()
        ? new JoinedJson("member", answers.of(overviews.get(joined.id(), caller.id())))
        : new JoinedJson("requested", null);
  }
}
