package chat.parley.web.rest.identity;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;

/**
 * The cookie that holds a browser's refresh token: no script reads it, no other site sends it, and
 * its prefix makes the browser insist on that (RFC 6265bis).
 */
final class RefreshCookie {

  static final String NAME = "__Host-parley-refresh";

  private RefreshCookie() {}

  /** Holds a token until its session ends. */
  static NewCookie holding(String token, Instant now, Instant expiresAt) {
    long seconds = Math.max(0, Duration.between(now, expiresAt).toSeconds());
    return cookie(token, (int) Math.min(seconds, Integer.MAX_VALUE));
  }

  /** Makes the browser forget it. */
  static NewCookie gone() {
    return cookie("", 0);
  }

  private static NewCookie cookie(String value, int maxAge) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .maxAge(maxAge)
        .build();
  }
}
