package chat.parley.conversation;

import chat.parley.platform.Secret;

/**
 * A link that was just made.
 *
 * @param token told this once: only its hash is kept
 */
public record NewInviteLink(InviteLink link, Secret token) {}
