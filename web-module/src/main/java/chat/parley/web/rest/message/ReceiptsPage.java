package chat.parley.web.rest.message;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of receipts. */
@Schema(name = "Receipts", description = "A page of receipts; it may have none and go on.")
public record ReceiptsPage(
    List<ReceiptJson> items,
    @Schema(description = "Continues the list as 'after'; absent on the last page.")
        @Nullable String next) {

  public ReceiptsPage {
    items = List.copyOf(items);
  }
}
