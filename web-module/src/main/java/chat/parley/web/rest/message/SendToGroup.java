package chat.parley.web.rest.message;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text for a group. */
@Schema(name = "SendToGroup", description = "A text for a group.")
public record SendToGroup(
    @Schema(
            description = "The text; markdown is shown as such.",
            minLength = 1,
            maxLength = 65536,
            example = "Hello!")
        String message) {

  /** Without the text. */
  @Override
  public String toString() {
    return "SendToGroup";
  }
}
