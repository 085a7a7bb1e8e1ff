package chat.parley.web.rest.tip;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody lets himself give within 24 hours. */
@Schema(name = "TipLimits", description = "What one lets oneself give within 24 hours.")
public record TipLimitsJson(
    @Schema(description = "At most 100, each of something else.", maxItems = 100)
        List<TipLimitJson> items) {

  public TipLimitsJson {
    items = List.copyOf(items);
  }
}
