package chat.parley.web.rest.conversation;

import chat.parley.conversation.InvitationOver;
import chat.parley.platform.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What opens a group. */
@Schema(name = "InvitationToken", description = "What opens a group.")
public record InvitationTokenJson(
    @Schema(
            description =
                "The token of an invite link. It stands in bodies only: addresses end up in logs.",
            minLength = 1,
            maxLength = 100)
        String token) {

  private static final int LENGTH = 43;

  Secret secret() {
    if (token.length() != LENGTH) {
      throw new InvitationOver();
    }
    return new Secret(token);
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "InvitationTokenJson[]";
  }
}
