package chat.parley.contact;

import chat.parley.conversation.ConversationId;
import chat.parley.profile.ProfileView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands to the viewer.
 *
 * @param person as the viewer may see him
 * @param note of the request that waits; empty for none
 * @param askedAt when the request that waits was sent; null for none
 * @param again when a declined viewer may ask again; null when nothing forbids it
 * @param conversation of the two; null for none
 */
public record ContactView(
    ProfileView person,
    Standing standing,
    Tier tier,
    String note,
    @Nullable Instant askedAt,
    @Nullable Instant again,
    @Nullable ConversationId conversation) {}
