package chat.parley.web.rest.keys;

import chat.parley.keys.boundary.KeyPackages;
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

/** The key of the caller's device. */
@Path("/device-key")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class DeviceKeyResource {

  @Inject private CurrentAccount caller;
  @EJB private KeyPackages packages;

  /** Registers the key. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "registerDeviceKey",
      summary = "Register the key with which the caller's device signs",
      description =
          "To repeat it changes nothing. Another key takes the place of the one before: the"
              + " KeyPackages and Welcomes of the device are gone, and its leaves in groups are to"
              + " be removed. The key goes when nobody is signed in on the device any more. An"
              + " account has 20 devices with keys at most; the one that registered first makes"
              + " room.")
  @APIResponse(responseCode = "204", description = "This is the key now")
  public void register(DeviceKeyJson wish) {
    packages.register(caller.id(), caller.device(), wish.key());
  }
}
