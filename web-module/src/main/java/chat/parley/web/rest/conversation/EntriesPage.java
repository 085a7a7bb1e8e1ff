package chat.parley.web.rest.conversation;

import chat.parley.web.socket.EntryJson;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a stream.
 *
 * @param entries a JSON array of entries, encoded as the socket encodes them
 */
@Schema(name = "Entries", description = "A page of a conversation's log, in order of seq.")
public record EntriesPage(
    @Schema(type = SchemaType.ARRAY, implementation = EntryJson.class) @JsonRawValue String entries,
    @Schema(description = "Whether the log goes on in the direction that was asked for.")
        boolean more) {}
