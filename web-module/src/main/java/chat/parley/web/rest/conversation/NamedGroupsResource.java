package chat.parley.web.rest.conversation;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationType;
import chat.parley.conversation.NoSuchAccount;
import chat.parley.conversation.boundary.Conversations;
import chat.parley.conversation.boundary.Groups;
import chat.parley.identity.AccountView;
import chat.parley.identity.boundary.Accounts;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import chat.parley.realtime.ConversationOverview;
import chat.parley.realtime.boundary.Overviews;
import chat.parley.web.rest.IdempotencyKey;
import chat.parley.web.rest.PageQuery;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Groups for programs that know people by name: the same commands under the customer's paths. */
@Path("/groups")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups by name")
public class NamedGroupsResource {

  private static final int PAGE = 50;

  /** Names the caller among the members; no user name is as short. */
  private static final String ME = "me";

  @Inject private CurrentAccount caller;
  @EJB private Accounts accounts;
  @Inject private Overviews overviews;
  @EJB private Conversations conversations;
  @EJB private Groups groups;

  /** Creates a group. */
  @POST
  @Path("/create")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createNamedGroup",
      summary = "Create a group of people who are named, whose owner is the caller",
      description =
          "More people than one request takes are added afterwards. A repeat with the same"
              + " Idempotency-Key gives the group that the first one made, whatever its body says.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      headers =
          @Header(
              name = "Location",
              description = "Where the group is.",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = GroupJson.class)))
  @APIResponse(
      responseCode = "200",
      description = "The same key had made it before",
      content = @Content(schema = @Schema(implementation = GroupJson.class)))
  @APIResponse(responseCode = "422", ref = "NoSuchAccount")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response create(
      CreateNamedGroup wish,
      @Parameter(ref = IdempotencyKey.HEADER) @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key) {
    UUID command = IdempotencyKey.of(key);
    Overviews.Opened made =
        overviews.create(caller.id(), wish.wish(command, named(wish.members(), "/members/")));
    GroupJson group = GroupJson.of(made.overview());
    return made.created()
        ? Response.created(URI.create("/api/groups/" + group.groupId())).entity(group).build()
        : Response.ok(group).build();
  }

  /** The groups of the caller. */
  @GET
  @Operation(
      operationId = "listGroups",
      summary = "The groups of the caller, newest first",
      description = "Also those he has left. Without a limit 50 at a time.")
  @APIResponseSchema(
      value = GroupsPage.class,
      responseCode = "200",
      responseDescription = "A page of the list")
  public GroupsPage list(
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    Page<ConversationOverview> page =
        overviews.list(caller.id(), PageQuery.cursor(after), PageQuery.limit(limit, PAGE));
    return new GroupsPage(
        page.items().stream().filter(NamedGroupsResource::isGroup).map(GroupJson::of).toList(),
        page.next());
  }

  /** A group of the caller. */
  @GET
  @Path("/{groupId}")
  @Operation(operationId = "getGroup", summary = "A group of the caller")
  @APIResponseSchema(
      value = GroupJson.class,
      responseCode = "200",
      responseDescription = "The group")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public GroupJson get(@Parameter(ref = "groupId") @PathParam("groupId") String groupId) {
    return group(PathIds.conversation(groupId));
  }

  /** Changes name, description and rules. */
  @PATCH
  @Path("/{groupId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeNamedGroup",
      summary = "Change a group's name, description and rules",
      description = "What is absent stays as it is. Who may do it is one of the rules.")
  @APIResponseSchema(
      value = GroupJson.class,
      responseCode = "200",
      responseDescription = "The group as it is now")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public GroupJson change(
      @Parameter(ref = "groupId") @PathParam("groupId") String groupId, ChangeGroupJson wish) {
    ConversationId id = PathIds.conversation(groupId);
    conversations.requireGroup(id, caller.id());
    groups.change(caller.id(), id, wish.wish());
    return group(id);
  }

  /** Ends a group for everybody. */
  @DELETE
  @Path("/{groupId}")
  @Operation(
      operationId = "deleteNamedGroup",
      summary = "End a group for everybody; an owner may",
      description = "The members keep what they have read.")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response delete(@Parameter(ref = "groupId") @PathParam("groupId") String groupId) {
    ConversationId id = PathIds.conversation(groupId);
    conversations.requireGroup(id, caller.id());
    groups.delete(caller.id(), id);
    return Response.noContent().build();
  }

  /** Adds somebody. */
  @PUT
  @Path("/{groupId}/add-member")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addNamedMember",
      summary = "Add somebody to a group",
      description = "Whoever is a member already stays what he is.")
  @APIResponseSchema(
      value = GroupJson.class,
      responseCode = "200",
      responseDescription = "The group as it is now")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "GroupFull")
  @APIResponse(responseCode = "422", ref = "NoSuchAccount")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public GroupJson add(
      @Parameter(ref = "groupId") @PathParam("groupId") String groupId, AddNamedMember wish) {
    ConversationId id = PathIds.conversation(groupId);
    // Who is no member is told nothing about accounts: the group comes first.
    conversations.requireGroup(id, caller.id());
    groups.add(caller.id(), id, named(List.of(wish.member()), "/member"));
    return group(id);
  }

  /** The members. */
  @GET
  @Path("/{groupId}/members")
  @Operation(
      operationId = "listNamedMembers",
      summary = "The members of a group",
      description = "In the order of their ids; without a limit 50 at a time.")
  @APIResponseSchema(
      value = GroupMembersPage.class,
      responseCode = "200",
      responseDescription = "A page of the list")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public GroupMembersPage members(
      @Parameter(ref = "groupId") @PathParam("groupId") String groupId,
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    ConversationId id = PathIds.conversation(groupId);
    conversations.requireGroup(id, caller.id());
    Page<Overviews.Seated> page =
        overviews.members(id, caller.id(), PageQuery.cursor(after), PageQuery.limit(limit, PAGE));
    return new GroupMembersPage(
        page.items().stream().map(GroupMemberJson::of).toList(), page.next());
  }

  /** Removes a member; oneself, to leave. */
  @DELETE
  @Path("/{groupId}/members/{member}")
  @Operation(
      operationId = "removeNamedMember",
      summary = "Remove a member from a group; 'me', to leave",
      description = "The last who leaves takes the group with him.")
  @APIResponse(responseCode = "204", description = "No member any more")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "LastOwner")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response remove(
      @Parameter(ref = "groupId") @PathParam("groupId") String groupId,
      @Parameter(ref = "member") @PathParam("member") String member) {
    ConversationId id = PathIds.conversation(groupId);
    conversations.requireGroup(id, caller.id());
    groups.remove(caller.id(), id, member(member));
    return Response.noContent().build();
  }

  /** Gives a member another role. */
  @PUT
  @Path("/{groupId}/members/{member}/role")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "setNamedRole",
      summary = "Give a member another role",
      description =
          "Admins make members admins and the reverse; only owners make owners, or take that from"
              + " one.")
  @APIResponse(responseCode = "204", description = "The member has this role")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "LastOwner")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response setRole(
      @Parameter(ref = "groupId") @PathParam("groupId") String groupId,
      @Parameter(ref = "member") @PathParam("member") String member,
      RoleJson wish) {
    ConversationId id = PathIds.conversation(groupId);
    conversations.requireGroup(id, caller.id());
    groups.setRole(caller.id(), id, member(member), wish.wanted());
    return Response.noContent().build();
  }

  /** A conversation of two is no group, and answered like none. */
  private GroupJson group(ConversationId id) {
    ConversationOverview overview = overviews.get(id, caller.id());
    if (!isGroup(overview)) {
      throw new NotFound();
    }
    return GroupJson.of(overview);
  }

  private static boolean isGroup(ConversationOverview overview) {
    return overview.conversation().type() == ConversationType.GROUP;
  }

  private AccountId member(String nameOrId) {
    return nameOrId.equals(ME) ? caller.id() : accounts.lookUpAnybody(caller.id(), nameOrId).id();
  }

  /** The accounts of these people; the number of a missing one is put behind the pointer. */
  private List<AccountId> named(List<String> namesOrIds, String pointer) {
    Map<String, AccountView> people = accounts.lookUp(caller.id(), namesOrIds);
    List<AccountId> ids = new ArrayList<>();
    for (int i = 0; i < namesOrIds.size(); i++) {
      AccountView person = people.get(namesOrIds.get(i));
      if (person == null) {
        throw new NoSuchAccount(pointer.endsWith("/") ? pointer + i : pointer);
      }
      ids.add(person.id());
    }
    return ids;
  }
}
