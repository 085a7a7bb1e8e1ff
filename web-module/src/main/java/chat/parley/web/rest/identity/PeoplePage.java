package chat.parley.web.rest.identity;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of people. */
@Schema(name = "People", description = "A page of people, by user name.")
public record PeoplePage(
    List<PersonJson> items,
    @Schema(description = "Continues the list as 'after'; absent on the last page.")
        @Nullable String next) {

  public PeoplePage {
    items = List.copyOf(items);
  }
}
