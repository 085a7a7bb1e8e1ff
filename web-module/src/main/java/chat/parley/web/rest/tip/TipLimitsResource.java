package chat.parley.web.rest.tip;

import chat.parley.ethereum.boundary.Wallets;
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

/** What the caller lets himself give. */
@Path("/account/tip-limits")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tips")
public class TipLimitsResource {

  @Inject private CurrentAccount caller;
  @Inject private Wallets wallets;
  @Inject private Tips tips;

  /** The limits. */
  @GET
  @Operation(
      operationId = "getTipLimits",
      summary = "What the caller lets himself give",
      description = "What has no limit here has none.")
  @APIResponseSchema(
      value = TipLimitsJson.class,
      responseCode = "200",
      responseDescription = "The limits")
  public TipLimitsJson get() {
    return new TipLimitsJson(tips.limits(caller.id()).stream().map(TipLimitJson::of).toList());
  }

  /** Sets them. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "setTipLimits",
      summary = "Set what the caller lets himself give",
      description =
          "In the place of what was before. Above it no tip is promised: what was given or promised"
              + " in the last 24 hours counts, and what was not paid in the end does not.")
  @APIResponseSchema(
      value = TipLimitsJson.class,
      responseCode = "200",
      responseDescription = "The limits")
  public TipLimitsJson set(TipLimitsJson wish) {
    tips.limit(caller.id(), wish.items().stream().map(limit -> limit.limit(wallets)).toList());
    return get();
  }
}
