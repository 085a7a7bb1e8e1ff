package chat.parley.web.rest.profile;

import chat.parley.profile.boundary.Profiles;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own profile. */
@Path("/account/profile")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class ProfileResource {

  @Inject private CurrentAccount caller;
  @EJB private Profiles profiles;

  /** The profile. */
  @GET
  @Operation(operationId = "getProfile", summary = "The caller's own profile")
  @APIResponseSchema(
      value = ProfileJson.class,
      responseCode = "200",
      responseDescription = "The profile")
  public ProfileJson get() {
    return ProfileJson.of(profiles.own(caller.id()));
  }

  /** Changes the profile. */
  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeProfile",
      summary = "Change the caller's own profile",
      description =
          "What is absent stays as it is, and what is empty is removed. From then on the caller is"
              + " asked no more, also when nothing was changed.")
  @APIResponseSchema(
      value = ProfileJson.class,
      responseCode = "200",
      responseDescription = "The profile as it is now")
  public ProfileJson change(ProfileChangeJson change) {
    return ProfileJson.of(profiles.change(caller.id(), change.change()));
  }
}
