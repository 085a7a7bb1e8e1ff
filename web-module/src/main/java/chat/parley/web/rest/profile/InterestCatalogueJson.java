package chat.parley.web.rest.profile;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one can be interested in. */
@Schema(name = "InterestCatalogue", description = "What one can be interested in.")
public record InterestCatalogueJson(List<InterestCategoryJson> categories) {

  public InterestCatalogueJson {
    categories = List.copyOf(categories);
  }
}
