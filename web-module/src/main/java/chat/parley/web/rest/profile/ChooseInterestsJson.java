package chat.parley.web.rest.profile;

import chat.parley.platform.Limits;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The interests that the caller wants to have instead of those he has. */
@Schema(
    name = "ChooseInterests",
    description = "The interests that the caller wants to have instead of those he has.")
public record ChooseInterestsJson(
    @Schema(description = "Ids; none to have none.", maxItems = Limits.INTERESTS)
        List<Integer> interests) {}
