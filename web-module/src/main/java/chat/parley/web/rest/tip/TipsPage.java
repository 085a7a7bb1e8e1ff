package chat.parley.web.rest.tip;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of tips. */
@Schema(name = "Tips", description = "A page of tips, newest first.")
public record TipsPage(
    List<TipJson> items,
    @Schema(description = "Continues the list as 'before'; absent on the last page.")
        @Nullable String next) {

  public TipsPage {
    items = List.copyOf(items);
  }
}
