package chat.parley.web.rest.trust;

import chat.parley.trust.boundary.Statements;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller's account says of the caller's device. */
@Path("/device-key/statement")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trust")
public class DeviceStatementResource {

  @Inject private CurrentAccount caller;
  @EJB private Statements statements;

  /** Keeps it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "stateDevice",
      summary = "Say for the account that the caller's device signs with its key",
      description =
          "Signed by the key of the account: the UTF-8 bytes of 'Parley 1 account signature device',"
              + " a zero byte, and five lines without an end of the last: account, device, the key of"
              + " the device and that of the account in base64url, and the milliseconds. A statement"
              + " about the same keys stays as it is. It goes with the key of the device, and with"
              + " that of the account.")
  @APIResponse(responseCode = "204", description = "It is stated")
  @APIResponse(responseCode = "409", ref = "AccountKeyChangedOrDeviceKeyNeeded")
  @APIResponse(responseCode = "422", ref = "StatementInvalid")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public void state(StateDeviceJson wish) {
    statements.state(caller.id(), caller.device(), wish.statement());
  }
}
