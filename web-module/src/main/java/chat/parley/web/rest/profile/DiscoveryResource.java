package chat.parley.web.rest.profile;

import chat.parley.platform.Limits;
import chat.parley.platform.Page;
import chat.parley.profile.DiscoverPeople;
import chat.parley.profile.ProfileView;
import chat.parley.profile.boundary.PeopleSearch;
import chat.parley.web.rest.PageQuery;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finding people by what they care about and what they tell. */
@Path("/people/discovery")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class DiscoveryResource {

  private static final int SIZE = 20;

  @Inject private CurrentAccount caller;
  @EJB private PeopleSearch people;

  /** People, best first. */
  @GET
  @Operation(
      operationId = "discoverPeople",
      summary = "People by interests, name or text; without any of them, people like the caller",
      description =
          "Ranked by the interests they share: the fewer people have one, the more it counts. With"
              + " words: those whose names are like them, then those whose texts hold them; interests"
              + " then only narrow the search. Without the caller, and without those who are not to"
              + " be discovered unless the words are their whole user name. A page has 20 people"
              + " without a limit, and never more than 50.")
  @APIResponseSchema(
      value = PeopleFoundJson.class,
      responseCode = "200",
      responseDescription = "A page of the list")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public PeopleFoundJson find(
      @Parameter(
              description = "Words of a name, or of what people write about themselves.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      minLength = 2,
                      maxLength = Limits.SEARCH_TEXT_LENGTH))
          @QueryParam("q")
          @Nullable String q,
      @Parameter(
              description = "The id of an interest; may be named several times.",
              schema =
                  @Schema(
                      type = SchemaType.ARRAY,
                      implementation = Integer.class,
                      maxItems = Limits.SEARCH_INTERESTS))
          @QueryParam("interest")
          List<String> interests,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit,
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after) {
    DiscoverPeople wish = new DiscoverPeople(q, InterestQuery.ids(interests));
    Page<ProfileView> page =
        people.find(caller.id(), wish, PageQuery.cursor(after), PageQuery.limit(limit, SIZE));
    return new PeopleFoundJson(page.items().stream().map(PersonCardJson::of).toList(), page.next());
  }
}
