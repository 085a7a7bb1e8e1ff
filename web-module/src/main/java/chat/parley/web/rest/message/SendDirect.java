package chat.parley.web.rest.message;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text for somebody. */
@Schema(name = "SendMessage", description = "A text for somebody.")
public record SendDirect(
    @Schema(description = "A user name or the id of an account.", maxLength = 64, example = "ada")
        String recipient,
    @Schema(
            description = "The text; markdown is shown as such.",
            minLength = 1,
            maxLength = 65536,
            example = "Hello!")
        String message) {

  /** Without the text. */
  @Override
  public String toString() {
    return "SendDirect[recipient=" + recipient + "]";
  }
}
