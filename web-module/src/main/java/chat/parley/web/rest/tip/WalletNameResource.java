package chat.parley.web.rest.tip;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.EnsName;
import chat.parley.ethereum.boundary.Wallets;
import chat.parley.platform.NotFound;
import chat.parley.tip.boundary.WalletNames;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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

/** What wallets are called. */
@Path("/wallets/{address}/name")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tips")
public class WalletNameResource {

  private static final Pattern FORM = Pattern.compile("0x[0-9A-Fa-f]{40}");

  @Inject private CurrentAccount caller;
  @Inject private Wallets wallets;
  @Inject private WalletNames names;

  /** The name of a wallet. */
  @GET
  @Operation(
      operationId = "getWalletName",
      summary = "What a wallet is called",
      description =
          "The name below .eth that the wallet calls itself by, if that name stands for this wallet,"
              + " and is written as names are compared. To be shown beside the address, and never in"
              + " its place. It may be ten minutes old.")
  @APIResponseSchema(
      value = WalletNameJson.class,
      responseCode = "200",
      responseDescription = "The name, if it has one")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public WalletNameJson get(
      @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = "^0x[0-9A-Fa-f]{40}$"))
          @PathParam("address")
          String address) {
    if (!FORM.matcher(address).matches()) {
      throw new NotFound();
    }
    Address wallet = wallets.normalized(address).orElseThrow(NotFound::new);
    return new WalletNameJson(names.of(caller.id(), wallet).map(EnsName::value).orElse(null));
  }
}
