package chat.parley.web.rest.identity;

import chat.parley.platform.InvalidInput;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Bytes in a JSON text: base64url without padding (RFC 4648). */
final class Base64Url {

  static final String PATTERN = "^[A-Za-z0-9_-]+$";

  private Base64Url() {}

  /**
   * The bytes of a member.
   *
   * @param pointer the member, for the refusal
   * @throws InvalidInput when it is not base64url, or empty
   */
  static ByteBuffer bytes(String pointer, String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length > 0 && text.indexOf('=') < 0) {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
      }
    } catch (IllegalArgumentException notBase64) {
      throw new InvalidInput(pointer, "Not base64url.");
    }
    throw new InvalidInput(pointer, "Not base64url.");
  }
}
