package chat.parley.web.rest.contact;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of people whom the caller blocks. */
@Schema(name = "Blocks", description = "People whom the caller blocks, in the order of ids.")
public record BlocksPage(
    List<BlockedPersonJson> items,
    @Schema(description = "Continues the list as 'after'; absent on the last page.")
        @Nullable String next) {

  public BlocksPage {
    items = List.copyOf(items);
  }
}
