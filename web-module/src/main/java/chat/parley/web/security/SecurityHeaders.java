package chat.parley.web.security;

import chat.parley.identity.PublicOrigins;
import chat.parley.identity.WalletConnect;
import chat.parley.media.BlobStore;
import chat.parley.web.socket.ChatEndpoint;
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
 * Tells the browser, on every answer but that to the handshake of a socket, what a page of this
 * origin may do: little. Its place among the filters is in {@code web.xml}.
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
    if (!isWebSocketHandshake(request)) {
      say(request, response);
    }
    chain.doFilter(request, response);
  }

  /**
   * Whether nothing comes of it that a browser shows. Payara keeps the answer for as long as the
   * connection lives, with all its headers: some six KiB for each. Only where the socket is, so
   * that nobody gets a page without its policy, and into a cache, by asking for an upgrade.
   */
  private static boolean isWebSocketHandshake(HttpServletRequest request) {
    return request.getRequestURI().equals(request.getContextPath() + ChatEndpoint.PATH)
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  private void say(HttpServletRequest request, HttpServletResponse response) {
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
  }
}
