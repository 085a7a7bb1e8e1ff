package chat.parley.web.rest.contact;

import chat.parley.contact.RequestAnswer;
import chat.parley.web.json.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody who is asked answers. */
@Schema(name = "RequestAnswer", description = "What somebody who is asked answers.")
public record RequestAnswerJson(
    @Schema(
            enumeration = {"accept", "decline", "ignore"},
            description = "Who is ignored cannot tell it from no answer yet.")
        String answer) {

  RequestAnswer wish() {
    return Words.read(RequestAnswer.class, "/answer", answer);
  }
}
