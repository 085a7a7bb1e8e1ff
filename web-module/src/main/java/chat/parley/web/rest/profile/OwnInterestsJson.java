package chat.parley.web.rest.profile;

import chat.parley.profile.OwnInterests;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The caller's interests. */
@Schema(name = "OwnInterests", description = "The caller's interests.")
public record OwnInterestsJson(
    @Schema(description = "By name.") List<InterestJson> interests,
    @Schema(description = "Whether the caller has chosen, be it none: then he is asked no more.")
        boolean asked) {

  public OwnInterestsJson {
    interests = List.copyOf(interests);
  }

  static OwnInterestsJson of(OwnInterests own) {
    return new OwnInterestsJson(InterestJson.of(own.interests()), own.asked());
  }
}
