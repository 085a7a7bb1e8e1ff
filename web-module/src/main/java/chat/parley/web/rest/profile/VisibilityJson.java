package chat.parley.web.rest.profile;

import chat.parley.profile.Visibilities;
import chat.parley.web.json.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is shown what of a profile. */
@Schema(
    name = "ProfileVisibility",
    description =
        "Who is shown what of a profile, beside its owner. Contacts are those whose chat request the"
            + " owner has accepted, or who have accepted his, and those to whom he has written.")
public record VisibilityJson(
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) String displayName,
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) String about,
    @Schema(
            description = "Of the age band; the date itself is shown to nobody.",
            enumeration = {"everyone", "contacts", "nobody"})
        String birthDate,
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) String gender,
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) String links,
    @Schema(
            description = "Who does not show them to everyone is not found by them.",
            enumeration = {"everyone", "contacts", "nobody"})
        String interests,
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) String picture) {

  static VisibilityJson of(Visibilities shown) {
    return new VisibilityJson(
        Words.of(shown.displayName()),
        Words.of(shown.about()),
        Words.of(shown.birthDate()),
        Words.of(shown.gender()),
        Words.of(shown.links()),
        Words.of(shown.interests()),
        Words.of(shown.picture()));
  }
}
