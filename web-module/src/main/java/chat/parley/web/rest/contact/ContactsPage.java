package chat.parley.web.rest.contact;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of chat requests. */
@Schema(name = "ChatRequests", description = "A page of chat requests, newest first.")
public record ContactsPage(
    List<ContactJson> items,
    @Schema(description = "Continues the list as 'after'; absent on the last page.")
        @Nullable String next) {

  public ContactsPage {
    items = List.copyOf(items);
  }
}
