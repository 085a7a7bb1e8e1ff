package chat.parley.web.security;

import chat.parley.identity.PublicOrigins;
import chat.parley.identity.WalletConnect;
import chat.parley.media.BlobStore;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells the browser, on every answer, what a page of this origin may do: little. Its place among
 * the filters is in {@code web.xml}.
 */
public class SecurityHeaders extends HttpFilter {

  private static final long serialVersionUID = 1L;

  // The container injects a proxy.
  @Inject private transient PublicOrigins origins;

  @Inject private transient WalletConnect walletConnect;
  @Inject private transient BlobStore store;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader(
        "Content-Security-Policy",
        PagePolicy.content(
            Stream.of(walletConnect.origin(), store.pageSource())
                .flatMap(Optional::stream)
                .toList()));
    PagePolicy.HEADERS.forEach(response::setHeader);
    if (request.isSecure() || origins.isSecure(request.getHeader("Host"))) {
      response.setHeader("Strict-Transport-Security", PagePolicy.TRANSPORT);
    }
    if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}
