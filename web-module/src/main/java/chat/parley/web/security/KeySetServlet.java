package chat.parley.web.security;

import chat.parley.identity.AccessTokenKey;
import chat.parley.identity.boundary.AccessTokens;
import chat.parley.web.json.StrictJson;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * The public key that verifies our access tokens, where others look for it (RFC 7517, RFC 8615). A
 * servlet, because it stands outside of the REST interface.
 */
@WebServlet(name = "key-set", urlPatterns = "/.well-known/jwks.json")
public class KeySetServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  // The container injects a proxy.
  @Inject private transient AccessTokens tokens;

  /** A JSON web key set. */
  record KeySet(List<Key> keys) {}

  /** A public key on P-256. */
  record Key(String kty, String crv, String use, String alg, String kid, String x, String y) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AccessTokenKey key = tokens.key();
    byte[] body =
        StrictJson.write(
            new KeySet(
                List.of(new Key("EC", "P-256", "sig", "ES256", key.kid(), key.x(), key.y()))));
    response.setContentType("application/jwk-set+json");
    response.setHeader("Cache-Control", "public, max-age=300");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
