package chat.parley.web.rest.profile;

import chat.parley.profile.ProfileView;
import chat.parley.web.json.Words;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody, with all that the caller may see. */
@Schema(
    name = "PersonProfile",
    description =
        "Somebody, with all that the caller may see. What is not told, and what is not shown to the"
            + " caller, is absent alike.")
public record PersonProfileJson(
    UUID id,
    @Schema(example = "ada") String username,
    @Nullable String displayName,
    @Nullable String about,
    @Schema(
            enumeration = {"18-24", "25-34", "35-44", "45-54", "55-64", "65+"},
            description = "Absent below 18, too.")
        @Nullable String ageBand,
    @Nullable String gender,
    List<String> links,
    List<InterestJson> interests,
    @Schema(description = "Ids of those interests that the caller has, too.")
        List<Integer> sharedInterests,
    @Schema(description = "Names the picture: another one has another name.")
        @Nullable UUID picture,
    @Schema(description = "Whether the two have a direct conversation.") boolean conversation,
    @Schema(description = "Absent unless the person shows one.") @Nullable TipJarJson tipJar) {

  public PersonProfileJson {
    links = List.copyOf(links);
    interests = List.copyOf(interests);
    sharedInterests = List.copyOf(sharedInterests);
  }

  static PersonProfileJson of(ProfileView view, @Nullable TipJarJson tipJar) {
    return new PersonProfileJson(
        view.id().value(),
        view.username(),
        view.displayName(),
        Words.orAbsent(view.about()),
        view.age() == null ? null : String.valueOf(view.age()),
        Words.orAbsent(view.gender()),
        view.links(),
        InterestJson.of(view.interests()),
        view.shared().stream().map(each -> each.id()).toList(),
        ProfileJson.picture(view.picture()),
        view.conversation(),
        tipJar);
  }
}
