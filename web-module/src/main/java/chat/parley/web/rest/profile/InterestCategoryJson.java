package chat.parley.web.rest.profile;

import chat.parley.profile.InterestCategory;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Interests of one kind. */
@Schema(name = "InterestCategory", description = "Interests of one kind.")
public record InterestCategoryJson(
    @Schema(example = "games") String id,
    @Schema(example = "Games") String name,
    @Schema(description = "By name.") List<InterestJson> interests) {

  public InterestCategoryJson {
    interests = List.copyOf(interests);
  }

  static InterestCategoryJson of(InterestCategory category) {
    return new InterestCategoryJson(
        category.id(), category.name(), InterestJson.of(category.interests()));
  }
}
