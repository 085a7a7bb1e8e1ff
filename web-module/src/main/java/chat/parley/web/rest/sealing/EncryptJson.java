package chat.parley.web.rest.sealing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text to encrypt, or one that was decrypted. */
@Schema(name = "PlainText", description = "A text to encrypt, or one that was decrypted.")
public record EncryptJson(
    @Schema(description = "At most 48,000 bytes of UTF-8.", minLength = 1, maxLength = 48_000)
        String message) {

  /** Without the text. */
  @Override
  public String toString() {
    return "EncryptJson";
  }
}
