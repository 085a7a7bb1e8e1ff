package chat.parley.web.rest.identity;

import chat.parley.identity.boundary.Accounts;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** People under the name that programs look for. */
@Path("/users")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class UsersResource {

  @Inject private CurrentAccount caller;
  @EJB private Accounts accounts;

  /** The people whose user names begin so. */
  @GET
  @Operation(
      operationId = "listUsers",
      summary = "The people whose user names begin so, without the caller",
      description = "The same as /people. There is no list of everybody.")
  @APIResponseSchema(
      value = PeoplePage.class,
      responseCode = "200",
      responseDescription = "A page of the list")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public PeoplePage list(
      @Parameter(
              required = true,
              description = "The beginning of a user name.",
              schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 32))
          @QueryParam("username")
          @Nullable String username,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit,
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after) {
    return PeoplePage.find(accounts, caller.id(), username, limit, after);
  }

  /** Somebody by name or id. */
  @GET
  @Path("/{user}")
  @Operation(operationId = "getUser", summary = "Somebody, by user name or id")
  @APIResponseSchema(
      value = PersonJson.class,
      responseCode = "200",
      responseDescription = "The person")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "410", ref = "AccountDeleted")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public PersonJson get(
      @Parameter(
              description = "A user name or the id of an account.",
              schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 64))
          @PathParam("user")
          String user) {
    return PersonJson.of(accounts.lookUpFindable(caller.id(), user));
  }
}
