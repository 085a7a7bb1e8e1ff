package chat.parley.web.rest.identity;

import chat.parley.identity.AccountView;
import chat.parley.identity.boundary.Accounts;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Page;
import chat.parley.web.rest.PageQuery;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finding people. */
@Path("/people")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class PeopleResource {

  private static final int PAGE = 20;

  @Inject private CurrentAccount caller;
  @Inject private Accounts accounts;

  /** The people whose user names begin so. */
  @GET
  @Operation(
      operationId = "findPeople",
      summary = "The people whose user names begin so, without the caller")
  public PeoplePage find(
      @Parameter(
              required = true,
              description = "The beginning of a user name.",
              schema = @Schema(minLength = 1, maxLength = 32))
          @QueryParam("username")
          @Nullable String username,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "200",
                      defaultValue = "20"))
          @QueryParam("limit")
          @Nullable String limit,
      @Parameter(description = "'next' of the page before.") @QueryParam("after")
          @Nullable String after) {
    if (username == null) {
      throw new InvalidInput("/username", "It is missing.");
    }
    Page<AccountView> page =
        accounts.search(
            caller.id(), username, PageQuery.cursor(after), PageQuery.limit(limit, PAGE));
    return new PeoplePage(page.items().stream().map(PersonJson::of).toList(), page.next());
  }
}
