package chat.parley.web.rest.profile;

import chat.parley.profile.Interest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that people care about. */
@Schema(name = "Interest", description = "Something that people care about.")
public record InterestJson(
    int id,
    @Schema(example = "Chess") String name,
    @Schema(description = "The id of its category.", example = "games") String category,
    @Schema(
            description =
                "True while it waits for moderation: nobody but the caller sees it. Absent"
                    + " otherwise.")
        @Nullable Boolean pending) {

  static InterestJson of(Interest interest) {
    return new InterestJson(
        interest.id(), interest.name(), interest.category(), interest.pending() ? true : null);
  }

  /** The same of each. */
  public static List<InterestJson> of(List<Interest> interests) {
    return interests.stream().map(InterestJson::of).toList();
  }
}
