package chat.parley.web.spa;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides which requests are pages of the web app, routed in the browser. */
final class SpaRoute {
  /** What the server answers itself: never a page, also when there is nothing behind the path. */
  private static final List<String> SERVER =
      List.of("/api", "/health", "/metrics", "/openapi", "/.well-known", "/assets", "/WEB-INF");

  private SpaRoute() {}

  /**
   * True for a page a person opens or reloads: a GET of HTML that no file and no server path owns.
   */
  static boolean isPage(String method, String path, @Nullable String accept) {
    if (!"GET".equals(method) && !"HEAD".equals(method)) {
      return false;
    }
    if (accept == null || !accept.toLowerCase(Locale.ROOT).contains("text/html")) {
      return false;
    }
    return SERVER.stream().noneMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }

  /**
   * How long a browser keeps a static file. The build puts a hash of the content into every name
   * under {@code /assets}; everything else is asked for again each time.
   */
  static String cacheControl(String path) {
    return path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  }
}
