package chat.parley.web.rest.conversation;

import chat.parley.web.rest.identity.PersonJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of those who wait to be let in. */
@Schema(name = "JoinRequests", description = "Those who wait to be let in, in the order of ids.")
public record JoinRequestsPage(
    List<PersonJson> items,
    @Schema(description = "Continues the list as 'after'; absent on the last page.")
        @Nullable String next) {

  public JoinRequestsPage {
    items = List.copyOf(items);
  }
}
