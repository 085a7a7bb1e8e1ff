package chat.parley.web.rest.profile;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.profile.boundary.LookUps;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding one person by exactly what he is called; in a body, so that no address has a name. */
@Path("/people/look-up")
@RequestScoped
@RolesAllowed(Roles.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class LookUpResource {

  @Inject private CurrentAccount caller;
  @EJB private LookUps lookUps;

  /** One person, or nobody. */
  @POST
  @Operation(
      operationId = "lookUpPerson",
      summary = "One person by user name, e-mail address, wallet or name of a wallet, or nobody",
      description =
          "Finds only those who let themselves be found by it; all others are answered like nobody."
              + " What nobody can be called is refused and not counted: a wrong checksum,"
              + " letters that names of the chain do not have here. An account looks up 200 on a day.")
  @APIResponseSchema(
      value = PeopleFoundJson.class,
      responseCode = "200",
      responseDescription = "One person, or nobody")
  @APIResponse(responseCode = "400", ref = "LookUpRefused")
  @APIResponse(responseCode = "429", ref = "TooManyRequestsOrOwnBudgetExhausted")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public PeopleFoundJson lookUp(LookUpJson body) {
    if (body.query().isBlank() || body.query().length() > Limits.LOOK_UP_LENGTH) {
      throw new InvalidInput("/query", "1 to " + Limits.LOOK_UP_LENGTH + " characters.");
    }
    return new PeopleFoundJson(
        lookUps.find(caller.id(), body.query()).stream().map(PersonCardJson::of).toList(), null);
  }
}
