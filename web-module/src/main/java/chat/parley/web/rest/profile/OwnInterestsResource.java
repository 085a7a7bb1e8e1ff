package chat.parley.web.rest.profile;

import chat.parley.profile.boundary.Interests;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
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

/** The caller's interests. */
@Path("/account/interests")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class OwnInterestsResource {

  @Inject private CurrentAccount caller;
  @EJB private Interests interests;

  /** The interests. */
  @GET
  @Operation(operationId = "getOwnInterests", summary = "The caller's interests")
  @APIResponseSchema(
      value = OwnInterestsJson.class,
      responseCode = "200",
      responseDescription = "The interests")
  public OwnInterestsJson get() {
    return OwnInterestsJson.of(interests.own(caller.id()));
  }

  /** Chooses them. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "chooseInterests",
      summary = "Choose the caller's interests instead of those he has",
      description = "From then on the caller is asked no more, also when he chose none.")
  @APIResponseSchema(
      value = OwnInterestsJson.class,
      responseCode = "200",
      responseDescription = "The interests as they are now")
  public OwnInterestsJson choose(ChooseInterestsJson choice) {
    return OwnInterestsJson.of(interests.choose(caller.id(), choice.interests()));
  }
}
