package chat.parley.web.rest.realtime;

import chat.parley.identity.SessionEnd;
import chat.parley.identity.SessionEnded;
import chat.parley.identity.TicketHolder;
import chat.parley.realtime.ConnectionRefused;
import chat.parley.realtime.SyncAnswer;
import chat.parley.realtime.boundary.Synchronizer;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import chat.parley.web.security.Unauthenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The loop of the socket, one request at a time. */
@Path("/sync")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Socket")
public class SyncResource {

  @Inject private CurrentAccount caller;
  @Inject private Synchronizer synchronizer;

  /** Answers when there is something to tell, or the wait is over. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sync",
      summary = "What comes after the cursors, without a socket",
      description =
          "For proxies that let no socket through, for bots and for tests: the same streams by the"
              + " same rules. Answers at once when there is something after the cursors, else when"
              + " something comes or the wait is over. Store what came, raise the cursors, and ask"
              + " again. A session has two such requests at a time; one more ends the oldest with"
              + " what there is.")
  @APIResponseSchema(
      value = SyncJson.class,
      responseCode = "200",
      responseDescription = "What came; nothing when the wait is over")
  @APIResponse(responseCode = "401", ref = "SessionEnded")
  @APIResponse(responseCode = "409", ref = "ResyncNeeded")
  public CompletionStage<SyncJson> sync(SyncRequestJson request) {
    TicketHolder holder =
        new TicketHolder(caller.id(), caller.session(), caller.device(), caller.expiresAt());
    return synchronizer
        .sync(request.by(holder))
        .handle((answer, refusal) -> answer(answer, refusal, holder));
  }

  private static SyncJson answer(
      @Nullable SyncAnswer answer, @Nullable Throwable refusal, TicketHolder holder) {
    if (answer != null) {
      return SyncJson.of(answer, holder.device());
    }
    Throwable cause = refusal instanceof CompletionException ? refusal.getCause() : refusal;
    if (cause instanceof ConnectionRefused refused) {
      SessionEnd why = refused.ended();
      // What has expired may be the access token alone; a refresh tells.
      throw why == null || why == SessionEnd.EXPIRED
          ? new Unauthenticated()
          : new SessionEnded(why);
    }
    throw new IllegalStateException(cause);
  }
}
