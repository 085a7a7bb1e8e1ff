package chat.parley.web.rest.profile;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of people who were found. */
@Schema(name = "PeopleFound", description = "A page of people who were found, best first.")
public record PeopleFoundJson(
    List<PersonCardJson> items,
    @Schema(description = "Continues the list as 'after'; absent on the last page.")
        @Nullable String next) {

  public PeopleFoundJson {
    items = List.copyOf(items);
  }
}
