package chat.parley.web.rest.tip;

import chat.parley.ethereum.PlaceOfTransaction;
import chat.parley.ethereum.TransactionHash;
import chat.parley.ethereum.boundary.Wallets;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import chat.parley.tip.TipId;
import chat.parley.tip.TipView;
import chat.parley.tip.boundary.Tips;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.PageQuery;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tips that the caller gives and receives. */
@Path("/tips")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tips")
public class TipsResource {

  private static final int PAGE = 50;

  @Inject private CurrentAccount caller;

  /** What every JSON library reads exactly (RFC 7493, 2.2). */
  private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

  @Inject private Tips tips;
  @Inject private Wallets wallets;

  /** The history. */
  @GET
  @Operation(
      operationId = "listTips",
      summary = "The tips that the caller has given and received",
      description = "Newest first; without a limit 50 at a time.")
  @APIResponseSchema(
      value = TipsPage.class,
      responseCode = "200",
      responseDescription = "A page of tips")
  public TipsPage list(
      @Parameter(
              description = "The 'next' of the page before.",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @QueryParam("before")
          @Nullable String before,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    Page<TipView> page = tips.of(caller.id(), cursor(before), PageQuery.limit(limit, PAGE));
    return new TipsPage(page.items().stream().map(TipJson::of).toList(), page.next());
  }

  /** One tip. */
  @GET
  @Path("/{tip}")
  @Operation(
      operationId = "getTip",
      summary = "A tip that the caller gives or receives",
      description = "As it is now, with every block; the conversation is not told of each.")
  @APIResponseSchema(value = TipJson.class, responseCode = "200", responseDescription = "The tip")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public TipJson get(
      @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @PathParam("tip")
          String tip) {
    return TipJson.of(tips.get(caller.id(), id(tip)));
  }

  /** Claims that a transaction pays a tip. */
  @POST
  @Path("/{tip}/transaction")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "claimTip",
      summary = "Say which transaction pays a tip",
      description =
          "With the 'hash' of one that the wallet has sent, or with one that is signed and to be sent"
              + " ('raw'). It is a claim: the server compares what a node says with what was promised,"
              + " and refuses what does not pay. Harmless to repeat.")
  @APIResponseSchema(
      value = TipJson.class,
      responseCode = "200",
      responseDescription = "The tip, which is followed now")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "TipOver")
  @APIResponse(responseCode = "422", ref = "TransactionRefusedOrTransactionUnsent")
  @APIResponse(responseCode = "429", ref = "TooManyRequestsOrOwnBudgetExhausted")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public TipJson claim(
      @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @PathParam("tip")
          String tip,
      ClaimTipJson claim) {
    String hash = claim.hash();
    String raw = claim.raw();
    TipId id = id(tip);
    if (hash != null && raw == null) {
      TransactionHash claimed =
          TransactionHash.parse(hash)
              .orElseThrow(() -> new InvalidInput("/hash", "This is no hash of a transaction."));
      return TipJson.of(tips.claim(caller.id(), id, claimed, place(claim)));
    }
    if (raw == null || hash != null) {
      throw new InvalidInput("", "Either 'hash' or 'raw' is expected.");
    }
    return TipJson.of(tips.send(caller.id(), id, raw));
  }

  private @Nullable PlaceOfTransaction place(ClaimTipJson claim) {
    String from = claim.from();
    Long nonce = claim.nonce();
    if (from == null && nonce == null) {
      return null;
    }
    if (from == null || nonce == null || nonce < 0 || nonce > MAX_SAFE_INTEGER) {
      throw new InvalidInput("/nonce", "Both 'from' and 'nonce' are expected, or neither.");
    }
    return wallets
        .normalized(from)
        .map(sender -> new PlaceOfTransaction(sender, nonce))
        .orElseThrow(() -> new InvalidInput("/from", "This is no address."));
  }

  /** Takes a tip back. */
  @DELETE
  @Path("/{tip}")
  @Operation(
      operationId = "cancelTip",
      summary = "Take a tip back that was not paid",
      description =
          "What a transaction was claimed for is on the chain, where nobody takes it back.")
  @APIResponse(responseCode = "204", description = "Nobody waits for it any more")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "TipOver")
  public void cancel(
      @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @PathParam("tip")
          String tip) {
    tips.cancel(caller.id(), id(tip));
  }

  private static @Nullable TipId cursor(@Nullable String before) {
    if (before == null) {
      return null;
    }
    UUID value = StrictJson.id(before);
    if (value == null) {
      throw new InvalidInput("/before", "Not a cursor of this list.");
    }
    return new TipId(value);
  }

  private static TipId id(String text) {
    UUID value = StrictJson.id(text);
    if (value == null) {
      throw new NotFound();
    }
    return new TipId(value);
  }
}
