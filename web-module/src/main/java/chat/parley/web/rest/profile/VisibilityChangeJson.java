package chat.parley.web.rest.profile;

import chat.parley.profile.VisibilitiesChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** New choices of who is shown what. */
@Schema(
    name = "ProfileVisibilityChange",
    description = "New choices of who is shown what; what is absent stays as it is.")
public record VisibilityChangeJson(
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) @Nullable String displayName,
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) @Nullable String about,
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) @Nullable String birthDate,
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) @Nullable String gender,
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) @Nullable String links,
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) @Nullable String interests) {

  VisibilitiesChange change() {
    return new VisibilitiesChange(
        Words.read("displayName", displayName),
        Words.read("about", about),
        Words.read("birthDate", birthDate),
        Words.read("gender", gender),
        Words.read("links", links),
        Words.read("interests", interests));
  }
}
