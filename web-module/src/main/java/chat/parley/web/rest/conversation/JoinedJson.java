package chat.parley.web.rest.conversation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of joining. */
@Schema(name = "Joined", description = "What came of joining.")
public record JoinedJson(
    @Schema(
            description = "Whether the caller is in, or an admin has to let him in.",
            enumeration = {"member", "requested"})
        String standing,
    @Schema(description = "The group, for its members.") @Nullable ConversationJson conversation) {}
