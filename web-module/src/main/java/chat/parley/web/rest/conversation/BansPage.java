package chat.parley.web.rest.conversation;

import chat.parley.web.rest.identity.PersonJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of those who are kept out of a group. */
@Schema(name = "Bans", description = "Those who are kept out of a group, in the order of ids.")
public record BansPage(
    List<PersonJson> items,
    @Schema(description = "Continues the list as 'after'; absent on the last page.")
        @Nullable String next) {

  public BansPage {
    items = List.copyOf(items);
  }
}
