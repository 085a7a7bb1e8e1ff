package chat.parley.web.rest.tip;

import chat.parley.ethereum.boundary.Wallets;
import chat.parley.platform.AccountId;
import chat.parley.tip.MakeTip;
import chat.parley.tip.PromisedTip;
import chat.parley.tip.boundary.Tips;
import chat.parley.web.rest.IdempotencyKey;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tips that begin in a conversation. */
@Path("/conversations/{id}/tips")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tips")
public class ConversationTipsResource {

  @Inject private CurrentAccount caller;
  @Inject private Wallets wallets;
  @Inject private Tips tips;

  /** Promises a tip. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "makeTip",
      summary = "Promise a tip to a member",
      description =
          "Stored before any wallet is asked; the answer has everything that the wallet needs. The"
              + " conversation is told of it, and of everything that becomes of it, by entries of the"
              + " kind tip. Only what a wallet of the caller pays counts, to the very unit.")
  @APIResponse(
      responseCode = "201",
      description = "Promised",
      headers =
          @Header(
              name = "Location",
              description = "Where the tip is.",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = PromisedTipJson.class)))
  @APIResponse(
      responseCode = "200",
      description = "This key had promised it before",
      content = @Content(schema = @Schema(implementation = PromisedTipJson.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(
      responseCode = "409",
      ref = "PayerWalletNeededOrRecipientWalletNeededOrPeopleApartOrRequestPaidOrTipLimitExceeded")
  @APIResponse(responseCode = "429", ref = "TooManyRequestsOrTooManyTipsOrOwnBudgetExhausted")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public Response make(
      @Parameter(ref = "id") @PathParam("id") String id,
      MakeTipJson wish,
      @Parameter(ref = IdempotencyKey.HEADER) @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key) {
    PromisedTip promised =
        tips.promise(
            new MakeTip(
                caller.id(),
                caller.device(),
                IdempotencyKey.of(key),
                PathIds.conversation(id),
                new AccountId(wish.recipient()),
                wish.chain(),
                wish.asset(wallets),
                wish.units(),
                wish.request()));
    PromisedTipJson body = PromisedTipJson.of(promised);
    return promised.created()
        ? Response.created(URI.create("/api/tips/" + body.tip().id())).entity(body).build()
        : Response.ok(body).build();
  }
}
