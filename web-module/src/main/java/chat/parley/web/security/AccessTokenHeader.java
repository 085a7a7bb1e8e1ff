package chat.parley.web.security;

import chat.parley.platform.InvalidInput;
import chat.parley.web.json.StrictJson;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The header of our access tokens (RFC 9068): exactly these three members, so that neither another
 * kind of token nor one that brings its own key is taken for one (RFC 8725, sections 3.10 and
 * 3.11).
 */
record AccessTokenHeader(String alg, String typ, String kid) {

  /**
   * Checks the header of a token whose signature the container has verified.
   *
   * @throws Unauthenticated when it is not the header of an access token
   */
  static void require(@Nullable String token) {
    if (token == null) {
      throw new Unauthenticated();
    }
    try {
      int end = Math.max(0, token.indexOf('.'));
      byte[] text = Base64.getUrlDecoder().decode(token.substring(0, end));
      AccessTokenHeader header = StrictJson.read(text, AccessTokenHeader.class);
      if (!header.alg.equals("ES256") || !header.typ.equals("at+jwt")) {
        throw new Unauthenticated();
      }
    } catch (IllegalArgumentException | InvalidInput e) {
      throw new Unauthenticated();
    }
  }
}
