package chat.parley.web.rest.keys;

import chat.parley.keys.Welcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What lets a device in. */
@Schema(name = "Welcome", description = "What lets a device into a group.")
public record WelcomeJson(
    @Schema(description = "The epoch that it leads into.", minimum = "1") long epoch,
    @Schema(description = "MLSMessage, in base64url.") String welcome) {

  static WelcomeJson of(Welcome welcome) {
    return new WelcomeJson(welcome.epoch(), welcome.welcome().text());
  }
}
