package chat.parley.web.rest.identity;

import chat.parley.platform.Limits;
import jakarta.ws.rs.core.NewCookie;

/**
 * The cookie by which a browser is known that went to an issuer and comes back: no script reads it,
 * no other site sends it. The page of return is opened by another site, which needs no cookie; its
 * script then calls from our own.
 */
final class IssuerCookie {

  static final String NAME = "__Host-parley-issuer";

  private IssuerCookie() {}

  /** Holds the secret of a browser as long as a visit may take. */
  static NewCookie holding(String secret) {
    return new NewCookie.Builder(NAME)
        .value(secret)
        .path("/")
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .maxAge((int) Limits.ISSUER_VISIT.toSeconds())
        .build();
  }
}
