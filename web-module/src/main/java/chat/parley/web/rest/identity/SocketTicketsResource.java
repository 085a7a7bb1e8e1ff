package chat.parley.web.rest.identity;

import chat.parley.identity.boundary.SocketTickets;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets that open the socket. */
@Path("/socket-tickets")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Socket")
public class SocketTicketsResource {

  @Inject private CurrentAccount caller;
  @Inject private SocketTickets tickets;

  /** Issues a ticket. */
  @POST
  @Operation(
      operationId = "createSocketTicket",
      summary = "A ticket for the first frame of a socket",
      description = "Good once, for 30 seconds, on any instance.")
  @APIResponseSchema(
      value = SocketTicketJson.class,
      responseCode = "201",
      responseDescription = "The ticket")
  public Response issue() {
    return Response.status(201)
        .entity(SocketTicketJson.of(tickets.issue(caller.session())))
        .build();
  }
}
