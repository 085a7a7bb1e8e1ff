package chat.parley.web.rest.notification;

import chat.parley.notification.boundary.PushSubscriptions;
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

/** Where the caller's device is reached when nobody is there. */
@Path("/push-subscription")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class PushSubscriptionResource {

  @Inject private CurrentAccount caller;
  @EJB private PushSubscriptions subscriptions;

  /** The device is reached there from now on. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putPushSubscription",
      summary = "Say where this device is reached when nobody is there",
      description =
          "Takes the place of what the device said before. It holds until the device signs out, says"
              + " otherwise, or is not renewed for 30 days. An account has at most 20 such devices;"
              + " the oldest makes room. 404 when this installation has no web push.")
  @APIResponse(responseCode = "204", description = "Known from now on")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void put(PushSubscriptionJson subscription) {
    subscriptions.put(caller.id(), caller.device(), subscription.subscription());
  }

  /** The device is called no more. */
  @DELETE
  @Operation(
      operationId = "deletePushSubscription",
      summary = "Call this device no more",
      description = "Also when it was not called before.")
  @APIResponse(responseCode = "204", description = "Called no more")
  public void delete() {
    subscriptions.remove(caller.device());
  }
}
