package chat.parley.web.rest.tip;

import chat.parley.ethereum.boundary.Chains;
import chat.parley.platform.NotFound;
import chat.parley.tip.boundary.Tips;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The chains on which people pay each other. */
@Path("/chains")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tips")
public class ChainsResource {

  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,14}");

  @Inject private CurrentAccount caller;
  @Inject private Chains chains;
  @Inject private Tips tips;

  /** Lists them. */
  @GET
  @Operation(
      operationId = "listChains",
      summary = "The chains on which people pay here",
      description = "With what may be given on each. None when the operator has set none up.")
  @APIResponseSchema(
      value = ChainsJson.class,
      responseCode = "200",
      responseDescription = "All of them")
  public ChainsJson list() {
    return new ChainsJson(chains.all().stream().map(ChainJson::of).toList());
  }

  /** Gives away what is worth nothing. */
  @POST
  @Path("/{chain}/faucet")
  @Operation(
      operationId = "askFaucet",
      summary = "Be given what is worth nothing",
      description =
          "On a chain for development: ten of everything for each of the caller's wallets. Every other"
              + " chain is answered as one that does not exist.")
  @APIResponse(responseCode = "204", description = "It is on its way")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "PayerWalletNeeded")
  @APIResponse(responseCode = "429", ref = "TooManyRequestsOrOwnBudgetExhausted")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public void ask(
      @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{0,14}$"))
          @PathParam("chain")
          String chain) {
    if (!ID.matcher(chain).matches()) {
      throw new NotFound();
    }
    tips.giveAway(caller.id(), Long.parseLong(chain));
  }
}
