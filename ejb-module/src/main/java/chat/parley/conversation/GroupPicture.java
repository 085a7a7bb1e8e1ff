package chat.parley.conversation;

import java.util.UUID;

/**
 * What a group looks like.
 *
 * @param id the one that the picture has got: another picture has another one
 */
public record GroupPicture(UUID id, Picture picture) {}
