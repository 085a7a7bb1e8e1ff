package chat.parley.web.rest.backup;

import chat.parley.platform.WireBytes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key for an account. */
@Schema(name = "RegisterAccountKey", description = "A key for the caller's account.")
public record RegisterAccountKeyJson(
    @Schema(
            description = "The public half: 32 bytes of Ed25519, in base64url.",
            minLength = 43,
            maxLength = 43)
        String key,
    @Schema(
            description = "The key that it replaces; absent for the first one.",
            minLength = 43,
            maxLength = 43)
        @Nullable String replaces) {

  private static final int BYTES = 32;

  WireBytes wanted() {
    return WireBytes.read("/key", key, BYTES);
  }

  @Nullable WireBytes replaced() {
    return replaces == null ? null : WireBytes.read("/replaces", replaces, BYTES);
  }
}
