package chat.parley.web.rest.contact;

import chat.parley.contact.boundary.ChatRequests;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The chat request between the caller and somebody. */
@Path("/people/{id}/request")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class PersonRequestResource {

  @Inject private CurrentAccount caller;
  @EJB private ChatRequests requests;

  /** How the two stand. */
  @GET
  @Operation(
      operationId = "getRequest",
      summary = "How somebody stands to the caller",
      description = "Somebody who blocks the caller, or whom he blocks, is answered like nobody.")
  @APIResponseSchema(
      value = ContactJson.class,
      responseCode = "200",
      responseDescription = "How they stand")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ContactJson get(@Parameter(ref = "id") @PathParam("id") String id) {
    return ContactJson.of(requests.view(caller.id(), PathIds.account(id)));
  }

  /** Asks. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "askToTalk",
      summary = "Ask somebody to talk",
      description =
          "While a request waits, or with a conversation, asking again changes nothing. Who is asked"
              + " by the same person accepts by this. Both are told in their own streams, as"
              + " request.changed. An account sends at most 30 requests a day, and at most 3 to one"
              + " person within 30 days.")
  @APIResponse(
      responseCode = "201",
      description = "Asked, or agreed",
      content = @Content(schema = @Schema(implementation = ContactJson.class)))
  @APIResponse(
      responseCode = "200",
      description = "The two stood so already",
      content = @Content(schema = @Schema(implementation = ContactJson.class)))
  @APIResponse(responseCode = "403", ref = "RequestUnwelcome")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "RequestResting")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response ask(@Parameter(ref = "id") @PathParam("id") String id, AskToTalkJson wish) {
    ChatRequests.Asked asked = requests.ask(caller.id(), PathIds.account(id), wish.wish());
    return Response.status(asked.changed() ? Response.Status.CREATED : Response.Status.OK)
        .entity(ContactJson.of(asked.contact()))
        .build();
  }

  /** Takes a request back. */
  @DELETE
  @Operation(
      operationId = "withdrawRequest",
      summary = "Take a chat request back",
      description = "Without one that waits nothing happens.")
  @APIResponse(responseCode = "204", description = "None of the caller's waits")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void withdraw(@Parameter(ref = "id") @PathParam("id") String id) {
    requests.withdraw(caller.id(), PathIds.account(id));
  }

  /** Answers. */
  @PUT
  @Path("/answer")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "answerRequest",
      summary = "Answer somebody's chat request",
      description =
          "To accept opens the conversation of the two; the same answer again changes nothing. Who"
              + " is declined may not ask again for 30 days. Who is ignored is told nothing, and is"
              + " not heard for 30 days; his request can still be answered.")
  @APIResponseSchema(
      value = ContactJson.class,
      responseCode = "200",
      responseDescription = "How they stand now")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ContactJson answer(
      @Parameter(ref = "id") @PathParam("id") String id, RequestAnswerJson wish) {
    return ContactJson.of(requests.answer(caller.id(), PathIds.account(id), wish.wish()));
  }
}
