package chat.parley.web.rest.profile;

import chat.parley.platform.Limits;
import chat.parley.profile.AddInterest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish for an interest that the catalogue does not have. */
@Schema(
    name = "AddInterest",
    description = "The wish for an interest that the catalogue does not have.")
public record AddInterestJson(
    @Schema(minLength = 2, maxLength = Limits.INTEREST_NAME_LENGTH, example = "Lock picking")
        String name,
    @Schema(description = "The id of a category.", maxLength = 20, example = "games")
        String category) {

  AddInterest wish() {
    return new AddInterest(name, category);
  }
}
