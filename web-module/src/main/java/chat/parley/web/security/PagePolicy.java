package chat.parley.web.security;

import java.util.List;
import java.util.Map;

/** The headers that every answer carries, with the reason for each. */
final class PagePolicy {

  /** Two years, as the preload lists ask; only said where people come by TLS (RFC 6797). */
  static final String TRANSPORT = "max-age=63072000; includeSubDomains";

  private static final String CONNECT = "connect-src 'self'";

  /**
   * Scripts, styles and connections of this origin only ('self' covers ws and wss of the same
   * host), save a relay to wallets and a bucket for files; pictures, sound and film from memory,
   * where they were decrypted; no plug-ins, no frames, no base, no foreign forms; text becomes
   * markup or script only through a policy of the web app (Trusted Types).
   */
  private static final String CONTENT =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data: blob:",
          "media-src blob:",
          "font-src 'self'",
          CONNECT,
          "worker-src 'self'",
          "manifest-src 'self'",
          "object-src 'none'",
          "base-uri 'none'",
          "frame-src 'none'",
          "frame-ancestors 'none'",
          "form-action 'self'",
          "require-trusted-types-for 'script'");

  static final Map<String, String> HEADERS =
      Map.of(
          // The declared type is the type.
          "X-Content-Type-Options",
          "nosniff",
          // Addresses of conversations stay here.
          "Referrer-Policy",
          "no-referrer",
          // A page that opened this one has no handle on it.
          "Cross-Origin-Opener-Policy",
          "same-origin",
          // Other origins cannot embed our answers.
          "Cross-Origin-Resource-Policy",
          "same-origin",
          // Nothing here locates; voice messages are recorded, and codes of safety numbers scanned.
          "Permissions-Policy",
          "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()");

  private PagePolicy() {}

  /**
   * What a page may do.
   *
   * @param more sources that pages may connect to, too
   */
  static String content(List<String> more) {
    return more.isEmpty()
        ? CONTENT
        : CONTENT.replace(CONNECT, CONNECT + " " + String.join(" ", more));
  }
}
