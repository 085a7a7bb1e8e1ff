package chat.parley.web.rest.conversation;

import chat.parley.conversation.boundary.InviteLinks;
import chat.parley.identity.AccountView;
import chat.parley.platform.Page;
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

/** The ways into a group, for those who are in it. */
@Path("/conversations")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
public class InviteLinksResource {

  private static final int PAGE = 50;

  @Inject private CurrentAccount caller;
  @EJB private InviteLinks links;

  /** Makes a link. */
  @POST
  @Path("/{id}/invite-links")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createInviteLink",
      summary = "Make a way into a group",
      description =
          "Its token is told this once. It is good while its maker may invite people, and until"
              + " it expires, is used up or is revoked.")
  @APIResponseSchema(
      value = InviteLinkJson.class,
      responseCode = "201",
      responseDescription = "Made")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "TooManyInviteLinks")
  public Response create(
      @Parameter(ref = "id") @PathParam("id") String id, CreateInviteLinkJson wish) {
    return Response.status(Response.Status.CREATED)
        .entity(InviteLinkJson.of(links.create(caller.id(), PathIds.conversation(id), wish.wish())))
        .build();
  }

  /** The links. */
  @GET
  @Path("/{id}/invite-links")
  @Operation(
      operationId = "listInviteLinks",
      summary = "The ways into a group",
      description = "All for admins, for other members those that they made themselves.")
  @APIResponseSchema(
      value = InviteLinksPage.class,
      responseCode = "200",
      responseDescription = "All that nobody revoked")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public InviteLinksPage list(@Parameter(ref = "id") @PathParam("id") String id) {
    return new InviteLinksPage(
        links.list(caller.id(), PathIds.conversation(id)).stream()
            .map(InviteLinkJson::of)
            .toList());
  }

  /** Ends a link. */
  @DELETE
  @Path("/{id}/invite-links/{link}")
  @Operation(
      operationId = "revokeInviteLink",
      summary = "End a way into a group; its maker and admins may")
  @APIResponse(responseCode = "204", description = "Nobody comes in by it any more")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response revoke(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "link") @PathParam("link") String link) {
    links.revoke(caller.id(), PathIds.conversation(id), PathIds.inviteLink(link));
    return Response.noContent().build();
  }

  /** Who waits. */
  @GET
  @Path("/{id}/join-requests")
  @Operation(
      operationId = "listJoinRequests",
      summary = "Who waits to be let into a group, for its admins",
      description = "In the order of their ids; without a limit 50 at a time.")
  @APIResponseSchema(
      value = JoinRequestsPage.class,
      responseCode = "200",
      responseDescription = "A page of the list")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public JoinRequestsPage requests(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    Page<AccountView> page =
        links.requests(
            caller.id(),
            PathIds.conversation(id),
            PageQuery.cursor(after),
            PageQuery.limit(limit, PAGE));
    return new JoinRequestsPage(page.items().stream().map(PersonJson::of).toList(), page.next());
  }

  /** Lets somebody in, or not. */
  @PUT
  @Path("/{id}/join-requests/{account}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "decideJoinRequest",
      summary = "Let somebody in who waits, or not; admins may")
  @APIResponse(responseCode = "204", description = "Decided")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "GroupFull")
  public Response decide(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(ref = "account") @PathParam("account") String account,
      DecisionJson decision) {
    links.decide(
        caller.id(), PathIds.conversation(id), PathIds.account(account), decision.accept());
    return Response.noContent().build();
  }
}
