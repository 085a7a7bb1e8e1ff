package chat.parley.web.rest.profile;

import chat.parley.profile.VisibilitiesChange;
import chat.parley.profile.Visibility;
import chat.parley.web.json.Words;
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
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) @Nullable String interests,
    @Schema(enumeration = {"everyone", "contacts", "nobody"}) @Nullable String picture) {

  VisibilitiesChange change() {
    return new VisibilitiesChange(
        Words.readOptional(Visibility.class, "/visibility/displayName", displayName),
        Words.readOptional(Visibility.class, "/visibility/about", about),
        Words.readOptional(Visibility.class, "/visibility/birthDate", birthDate),
        Words.readOptional(Visibility.class, "/visibility/gender", gender),
        Words.readOptional(Visibility.class, "/visibility/links", links),
        Words.readOptional(Visibility.class, "/visibility/interests", interests),
        Words.readOptional(Visibility.class, "/visibility/picture", picture));
  }
}
