package chat.parley.web.rest.profile;

import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import chat.parley.profile.ProfileView;
import chat.parley.profile.boundary.Profiles;
import chat.parley.tip.boundary.Tips;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The profiles of others. */
@Path("/people/{id}/profile")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class PersonProfileResource {

  @Inject private CurrentAccount caller;
  @EJB private Profiles profiles;
  @Inject private Tips tips;

  /** Somebody's profile. */
  @GET
  @Operation(
      operationId = "getPersonProfile",
      summary = "Somebody's profile, as the caller may see it",
      description =
          "Of the caller himself: as everyone sees it. Somebody who is not to be discovered, and"
              + " with whom the caller has no conversation, is answered like nobody.")
  @APIResponseSchema(
      value = PersonProfileJson.class,
      responseCode = "200",
      responseDescription = "The profile")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public PersonProfileJson get(@Parameter(ref = "id") @PathParam("id") String id) {
    UUID person = StrictJson.id(id);
    if (person == null) {
      throw new NotFound();
    }
    // Whoever may not see the profile gets no further.
    ProfileView view = profiles.view(caller.id(), new AccountId(person));
    return PersonProfileJson.of(view, tips.jar(view.id()).map(TipJarJson::of).orElse(null));
  }
}
