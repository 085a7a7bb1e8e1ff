package chat.parley.web.rest.conversation;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * A page of a stream.
 *
 * @param entries a JSON array of entries, encoded as the socket encodes them
 * @param more whether the stream goes on in the direction that was asked for
 */
public record EntriesPage(@JsonRawValue String entries, boolean more) {}
