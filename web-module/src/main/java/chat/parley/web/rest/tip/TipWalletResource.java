package chat.parley.web.rest.tip;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.boundary.Wallets;
import chat.parley.platform.InvalidInput;
import chat.parley.tip.boundary.Tips;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the caller's tips go. */
@Path("/account/tip-wallet")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tips")
public class TipWalletResource {

  @Inject private CurrentAccount caller;
  @Inject private Wallets wallets;
  @Inject private Tips tips;

  /** Where they go. */
  @GET
  @Operation(
      operationId = "getTipWallet",
      summary = "Where the caller's tips go",
      description = "The chosen wallet; without a choice the one that was linked first.")
  @APIResponseSchema(
      value = TipWalletJson.class,
      responseCode = "200",
      responseDescription = "The wallet, if one is linked")
  public TipWalletJson get() {
    return TipWalletJson.of(tips, caller.id());
  }

  /** Chooses where they go. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "chooseTipWallet",
      summary = "Choose where the caller's tips go",
      description =
          "One of the linked wallets. Tips that were promised before go where they were to.")
  @APIResponseSchema(
      value = TipWalletJson.class,
      responseCode = "200",
      responseDescription = "The wallet that was chosen")
  public TipWalletJson choose(ChooseTipWalletJson wish) {
    Address address =
        wallets
            .address(wish.address())
            .orElseThrow(() -> new InvalidInput("/address", "This is no address."));
    tips.choose(caller.id(), address);
    return get();
  }
}
