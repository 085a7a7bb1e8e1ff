package chat.parley.web.rest.profile;

import chat.parley.media.MediaId;
import chat.parley.profile.OwnProfile;
import chat.parley.profile.Profile;
import chat.parley.web.json.Words;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller's own profile. */
@Schema(name = "Profile", description = "The caller's own profile. What is not told is absent.")
public record ProfileJson(
    @Schema(example = "Ada L.") @Nullable String displayName,
    @Nullable String about,
    @Schema(format = "date", description = "Others are shown an age band at most.")
        @Nullable String birthDate,
    @Schema(description = "In the person's own words.") @Nullable String gender,
    List<String> links,
    @Schema(description = "Names the picture: another one has another name.")
        @Nullable UUID picture,
    VisibilityJson visibility,
    @Schema(
            description =
                "Whether the caller has changed it, be it to the same: then he is asked"
                    + " no more.")
        boolean asked) {

  public ProfileJson {
    links = List.copyOf(links);
  }

  static ProfileJson of(OwnProfile own) {
    Profile profile = own.profile();
    return new ProfileJson(
        Words.orAbsent(profile.displayName()),
        Words.orAbsent(profile.about()),
        profile.birthDate() == null ? null : String.valueOf(profile.birthDate()),
        Words.orAbsent(profile.gender()),
        profile.links(),
        picture(profile.picture()),
        VisibilityJson.of(profile.visibilities()),
        own.asked());
  }

  static @Nullable UUID picture(@Nullable MediaId picture) {
    return picture == null ? null : picture.value();
  }
}
