package chat.parley.web.rest.message;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody does not want to see any more. */
@Schema(name = "HideMessages", description = "Messages to hide from oneself.")
public record HideMessagesJson(
    @Schema(
            description = "The numbers of the entries, each once.",
            minItems = 1,
            maxItems = 100,
            uniqueItems = true)
        List<Long> seqs) {}
