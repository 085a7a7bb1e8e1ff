package chat.parley.web.rest.profile;

import chat.parley.platform.Limits;
import chat.parley.profile.ProfileChange;
import chat.parley.profile.VisibilitiesChange;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of the caller's own profile. */
@Schema(
    name = "ProfileChange",
    description = "What is absent stays as it is, and what is empty is removed.")
public record ProfileChangeJson(
    @Schema(maxLength = Limits.DISPLAY_NAME_LENGTH) @Nullable String displayName,
    @Schema(maxLength = Limits.ABOUT_LENGTH) @Nullable String about,
    @Schema(
            description = "A day from 1900 on, such as 1990-12-31; empty to remove it.",
            pattern = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")
        @Nullable String birthDate,
    @Schema(maxLength = Limits.GENDER_LENGTH) @Nullable String gender,
    @Schema(
            description = "Addresses with https, at most 200 characters each.",
            maxItems = Limits.PROFILE_LINKS)
        @Nullable List<String> links,
    @Nullable VisibilityChangeJson visibility) {

  ProfileChange change() {
    return new ProfileChange(
        displayName,
        about,
        birthDate,
        gender,
        links,
        visibility == null ? VisibilitiesChange.NONE : visibility.change());
  }
}
