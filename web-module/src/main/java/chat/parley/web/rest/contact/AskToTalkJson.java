package chat.parley.web.rest.contact;

import chat.parley.contact.AskToTalk;
import chat.parley.conversation.ConversationKind;
import chat.parley.platform.Limits;
import chat.parley.web.json.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish to talk to somebody. */
@Schema(name = "AskToTalk", description = "The wish to talk to somebody.")
public record AskToTalkJson(
    @Schema(
            description = "What the other reads with it.",
            maxLength = Limits.REQUEST_NOTE_LENGTH,
            example = "We met at the concert.")
        @Nullable String note,
    @Schema(
            description =
                "The kind of the conversation that accepting opens; sealed when it is not said.",
            enumeration = {"sealed", "e2ee"})
        @Nullable String kind) {

  AskToTalk wish() {
    return new AskToTalk(
        kind == null ? ConversationKind.SEALED : Words.read(ConversationKind.class, "/kind", kind),
        note == null ? "" : note);
  }
}
