package chat.parley.web.rest.profile;

import chat.parley.profile.ProfileView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who was found, in short. */
@Schema(
    name = "PersonCard",
    description = "Somebody who was found, in short, with what the caller may see.")
public record PersonCardJson(
    UUID id,
    @Schema(example = "ada") String username,
    @Nullable String displayName,
    @Schema(enumeration = {"18-24", "25-34", "35-44", "45-54", "55-64", "65+"})
        @Nullable String ageBand,
    @Schema(description = "What the two have in common.") List<InterestJson> sharedInterests,
    @Schema(description = "Names the picture: another one has another name.")
        @Nullable UUID picture,
    @Schema(description = "Whether the two have a direct conversation.") boolean conversation) {

  public PersonCardJson {
    sharedInterests = List.copyOf(sharedInterests);
  }

  /** The person. */
  public static PersonCardJson of(ProfileView view) {
    return new PersonCardJson(
        view.id().value(),
        view.username(),
        view.displayName(),
        view.age() == null ? null : String.valueOf(view.age()),
        InterestJson.of(view.shared()),
        ProfileJson.picture(view.picture()),
        view.conversation());
  }
}
