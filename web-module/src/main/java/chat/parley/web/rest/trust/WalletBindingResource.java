package chat.parley.web.rest.trust;

import chat.parley.ethereum.boundary.Wallets;
import chat.parley.trust.boundary.Statements;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The wallet that vouches for the key of the caller's account. */
@Path("/account-key/wallet")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trust")
public class WalletBindingResource {

  @Inject private CurrentAccount caller;
  @Inject private Wallets wallets;
  @EJB private Statements statements;

  /** Keeps it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "bindWallet",
      summary = "Let a wallet vouch for the key of the caller's account",
      description =
          "One that is linked to the account. It has signed, by EIP-712 in the domain Parley, version"
              + " 1: Vouch(string purpose,address wallet,string account,string key), with the purpose"
              + " 'This wallet vouches for the key of my Parley account. People I talk to can see this"
              + " address.'. A contract is asked (ERC-1271). Members of the same conversations see it.")
  @APIResponse(responseCode = "204", description = "It vouches")
  @APIResponse(responseCode = "409", ref = "AccountKeyChanged")
  @APIResponse(responseCode = "422", ref = "WalletBindingInvalid")
  @APIResponse(responseCode = "429", ref = "TooManyRequestsOrOwnBudgetExhausted")
  @APIResponse(responseCode = "503", ref = "UnavailableOrBudgetExhausted")
  public void bind(BindWalletJson wish) {
    statements.bind(caller.id(), wish.vouchedFor(), wish.binding(wallets));
  }

  /** Takes it away. */
  @DELETE
  @Operation(operationId = "unbindWallet", summary = "No wallet vouches any more")
  @APIResponse(responseCode = "204", description = "None does")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public void unbind() {
    statements.unbind(caller.id());
  }
}
