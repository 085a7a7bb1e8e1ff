package chat.parley.web.spa;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.net.MalformedURLException;

/**
 * Serves the web app. A path that only the browser's router knows is answered with {@code
 * index.html}, so that a reload or a shared link opens the same screen. Its place among the filters
 * is in {@code web.xml}.
 */
public class SpaFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean file = isFile(path);
    boolean page =
        !hasServlet(request)
            && SpaRoute.isPage(request.getMethod(), path, request.getHeader("Accept"));
    if (file || page) {
      response.setHeader("Cache-Control", SpaRoute.cacheControl(path));
      response.setHeader("X-Content-Type-Options", "nosniff");
    }
    if (!file && page) {
      request.getRequestDispatcher("/index.html").forward(request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  /** True when a servlet of its own answers this path. */
  private static boolean hasServlet(HttpServletRequest request) {
    MappingMatch match = request.getHttpServletMapping().getMappingMatch();
    return match == MappingMatch.EXACT || match == MappingMatch.PATH;
  }

  private boolean isFile(String path) {
    if (path.endsWith("/") || path.contains("..") || path.contains("%")) {
      return false;
    }
    try {
      return getServletContext().getResource(path) != null;
    } catch (MalformedURLException notAPath) {
      return false;
    }
  }
}
