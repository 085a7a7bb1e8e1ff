package chat.parley.web.rest.conversation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is decided about a request to join. */
@Schema(name = "JoinDecision", description = "What is decided about a request to join.")
public record DecisionJson(@Schema(description = "Whether to let in.") Boolean accept) {}
