package chat.parley.web.rest.contact;

import chat.parley.platform.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller's invite code. */
@Schema(name = "ContactCode", description = "The caller's invite code.")
public record ContactCodeJson(
    @Schema(description = "43 characters of base64url; absent when there is none.")
        @Nullable String code) {

  static ContactCodeJson of(@Nullable Secret code) {
    return new ContactCodeJson(code == null ? null : code.value());
  }
}
