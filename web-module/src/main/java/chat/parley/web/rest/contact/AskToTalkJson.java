package chat.parley.web.rest.contact;

import chat.parley.contact.AskToTalk;
import chat.parley.platform.Limits;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish to talk to somebody. */
@Schema(name = "AskToTalk", description = "The wish to talk to somebody.")
public record AskToTalkJson(
    @Schema(
            description = "What the other reads with it.",
            maxLength = Limits.REQUEST_NOTE_LENGTH,
            example = "We met at the concert.")
        @Nullable String note) {

  AskToTalk wish() {
    return new AskToTalk(note == null ? "" : note);
  }
}
