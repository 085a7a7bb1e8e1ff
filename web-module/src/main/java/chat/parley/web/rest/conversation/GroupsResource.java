package chat.parley.web.rest.conversation;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.boundary.Groups;
import chat.parley.identity.AccountView;
import chat.parley.platform.Page;
import chat.parley.realtime.boundary.Overviews;
import chat.parley.web.rest.PageQuery;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.identity.PersonJson;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Groups, and who belongs to them. */
@Path("/conversations")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
public class GroupsResource {

  private static final int PAGE = 50;

  @Inject private CurrentAccount caller;
  @Inject private Overviews overviews;
  @Inject private ConversationAnswers answers;
  @EJB private Groups groups;

  /** Changes name, description and rules. */
  @PATCH
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeGroup",
      summary = "Change a group's name, description and rules",
      description = "What is absent stays as it is. Who may do it is one of the rules.")
  @APIResponseSchema(
      value = ConversationJson.class,
      responseCode = "200",
      responseDescription = "The group as it is now")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ConversationJson change(
      @Parameter(ref = "id") @PathParam("id") String id, ChangeGroupJson wish) {
    ConversationId group = PathIds.conversation(id);
    groups.change(caller.id(), group, wish.wish());
    return answers.of(overviews.get(group, caller.id()));
  }

  /** Ends a group for everybody. */
  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "deleteGroup",
      summary = "End a group for everybody; an owner may",
      description = "The members keep what they have read.")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response delete(@Parameter(ref = "id") @PathParam("id") String id) {
    groups.delete(caller.id(), PathIds.conversation(id));
    return Response.noContent().build();
  }

  /** The members. */
  @GET
  @Path("/{id}/members")
  @Operation(
      operationId = "listMembers",
      summary = "The members of a conversation",
      description = "In the order of their ids; without a limit 50 at a time.")
  @APIResponseSchema(
      value = GroupMembersPage.class,
      responseCode = "200",
      responseDescription = "A page of the list")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public GroupMembersPage members(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    Page<Overviews.Seated> page =
        overviews.members(
            PathIds.conversation(id),
            caller.id(),
            PageQuery.cursor(after),
            PageQuery.limit(limit, PAGE));
    return new GroupMembersPage(
        page.items().stream().map(GroupMemberJson::of).toList(), page.next());
  }

  /** Adds people. */
  @POST
  @Path("/{id}/members")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addMembers",
      summary = "Add people to a group",
      description = "All of them or none. Those who are members already stay what they are.")
  @APIResponseSchema(
      value = AddedMembersJson.class,
      responseCode = "200",
      responseDescription = "They are members")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "NoSuchAccount")
  @APIResponse(responseCode = "409", ref = "GroupFull")
  public AddedMembersJson add(
      @Parameter(ref = "id") @PathParam("id") String id, AddMembersJson wish) {
    return AddedMembersJson.of(groups.add(caller.id(), PathIds.conversation(id), wish.people()));
  }

  /** Removes a member; oneself, to leave. */
  @DELETE
  @Path("/{id}/members/{account}")
  @Operation(
      operationId = "removeMember",
      summary = "Remove a member from a group; oneself, to leave",
      description =
          "The last who leaves takes the group with him. Whoever was removed can be added again.")
  @APIResponse(responseCode = "204", description = "No member any more")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "LastOwner")
  public Response remove(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "account") @PathParam("account") String account) {
    groups.remove(caller.id(), PathIds.conversation(id), PathIds.account(account));
    return Response.noContent().build();
  }

  /** Gives a member another role. */
  @PUT
  @Path("/{id}/members/{account}/role")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "setRole",
      summary = "Give a member another role",
      description =
          "Admins make members admins and the reverse; only owners make owners, or take that from"
              + " one.")
  @APIResponse(responseCode = "204", description = "The member has this role")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "LastOwner")
  public Response setRole(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "account") @PathParam("account") String account,
      RoleJson wish) {
    groups.setRole(caller.id(), PathIds.conversation(id), PathIds.account(account), wish.wanted());
    return Response.noContent().build();
  }

  /** Who is kept out. */
  @GET
  @Path("/{id}/bans")
  @Operation(
      operationId = "listBans",
      summary = "Those who are kept out of a group, for its admins",
      description = "In the order of their ids; without a limit 50 at a time.")
  @APIResponseSchema(
      value = BansPage.class,
      responseCode = "200",
      responseDescription = "A page of the list")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public BansPage bans(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    Page<AccountView> page =
        groups.banned(
            caller.id(),
            PathIds.conversation(id),
            PageQuery.cursor(after),
            PageQuery.limit(limit, PAGE));
    return new BansPage(page.items().stream().map(PersonJson::of).toList(), page.next());
  }

  /** Keeps somebody out. */
  @PUT
  @Path("/{id}/bans/{account}")
  @Operation(
      operationId = "ban",
      summary = "Keep somebody out of a group, who is removed if he is a member")
  @APIResponse(responseCode = "204", description = "Banned")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response ban(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "account") @PathParam("account") String account) {
    groups.ban(caller.id(), PathIds.conversation(id), PathIds.account(account));
    return Response.noContent().build();
  }

  /** Lets somebody in again. */
  @DELETE
  @Path("/{id}/bans/{account}")
  @Operation(operationId = "unban", summary = "Lift a ban; the person is no member by that")
  @APIResponse(responseCode = "204", description = "Not banned any more")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response unban(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "account") @PathParam("account") String account) {
    groups.unban(caller.id(), PathIds.conversation(id), PathIds.account(account));
    return Response.noContent().build();
  }
}
