package chat.parley.conversation;

import chat.parley.media.Blob;
import chat.parley.media.MediaId;

/**
 * What a group looks like.
 *
 * @param id the name that the picture has got: another picture has another one
 */
public record GroupPicture(MediaId id, Blob picture) {}
