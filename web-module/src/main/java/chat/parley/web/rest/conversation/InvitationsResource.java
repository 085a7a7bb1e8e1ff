package chat.parley.web.rest.conversation;

import chat.parley.conversation.JoinedGroup;
import chat.parley.conversation.boundary.InviteLinks;
import chat.parley.realtime.boundary.Overviews;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invitations, for whoever holds the token of a link. */
@Path("/invitations")
@RequestScoped
@RolesAllowed(Roles.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
public class InvitationsResource {

  @Inject private CurrentAccount caller;
  @EJB private InviteLinks links;
  @Inject private Overviews overviews;
  @Inject private ConversationAnswers answers;

  /** What one would join. */
  @POST
  @Path("/preview")
  @Operation(
      operationId = "previewInvitation",
      summary = "What one would join",
      description = "Changes nothing and uses up nothing.")
  @APIResponseSchema(
      value = InvitationJson.class,
      responseCode = "200",
      responseDescription = "The group, as a stranger may know it")
  @APIResponse(responseCode = "404", ref = "InvitationOver")
  public InvitationJson preview(InvitationTokenJson token) {
    return InvitationJson.of(links.look(caller.id(), token.secret()));
  }

  /** Joins. */
  @POST
  @Path("/join")
  @Operation(
      operationId = "joinGroup",
      summary = "Join a group by an invite link, or ask to",
      description =
          "Where the group wants an admin's word, the caller waits. A repeat does nothing.")
  @APIResponseSchema(
      value = JoinedJson.class,
      responseCode = "200",
      responseDescription = "In the group, or waiting")
  @APIResponse(responseCode = "404", ref = "InvitationOver")
  @APIResponse(responseCode = "409", ref = "GroupFull")
  public JoinedJson join(InvitationTokenJson token) {
    JoinedGroup joined = links.join(caller.id(), token.secret());
    return joined.member()
        ? new JoinedJson("member", answers.of(overviews.get(joined.id(), caller.id())))
        : new JoinedJson("requested", null);
  }
}
