package chat.parley.web.rest.conversation;

import chat.parley.platform.Limits;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a group is about that everybody may find from now on. */
@Schema(
    name = "ListGroup",
    description = "What a group is about that everybody may find from now on.")
public record ListGroupJson(
    @Schema(description = "Ids; none to have none.", maxItems = Limits.SEARCH_INTERESTS)
        List<Integer> interests) {}
