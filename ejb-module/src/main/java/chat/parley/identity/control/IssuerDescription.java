package chat.parley.identity.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/**
 * What an issuer says of itself (OpenID Connect Discovery 1.0, section 3).
 *
 * @param authorization where browsers go
 * @param token where a code is exchanged
 * @param keys where its keys are
 * @param naming whether it says who it is when it sends a browser back (RFC 9207)
 * @param basic whether it takes the client secret in a header, and not in the form
 */
record IssuerDescription(URI authorization, URI token, URI keys, boolean naming, boolean basic) {

  private static final String WHAT = "description";
  private static final String BASIC = "client_secret_basic";
  private static final String POST = "client_secret_post";

  /** Where an issuer describes itself. */
  static URI place(String issuer) {
    return URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
  }

  /**
   * Understands a description.
   *
   * @param issuer whom it must be of
   * @param secretive whether we have a client secret
   */
  static IssuerDescription of(Map<String, Object> members, String issuer, boolean secretive)
      throws IssuerTrouble {
    if (!issuer.equals(members.get("issuer"))) {
      throw IssuerTrouble.wrong(WHAT + ": it is of another issuer");
    }
    boolean insideAllowed = issuer.startsWith("http:");
    // Without the member, this is what they take (section 3).
    List<?> ways =
        members.get("token_endpoint_auth_methods_supported") instanceof List<?> list
            ? list
            : List.of(BASIC);
    boolean basic = ways.contains(BASIC);
    if (secretive && !basic && !ways.contains(POST)) {
      throw IssuerTrouble.wrong(WHAT + ": it takes no client secret");
    }
    return new IssuerDescription(
        address(members, "authorization_endpoint", insideAllowed),
        address(members, "token_endpoint", insideAllowed),
        address(members, "jwks_uri", insideAllowed),
        Boolean.TRUE.equals(members.get("authorization_response_iss_parameter_supported")),
        basic);
  }

  private static URI address(Map<String, Object> members, String name, boolean insideAllowed)
      throws IssuerTrouble {
    if (members.get(name) instanceof String text) {
      try {
        URI address = new URI(text);
        if (IssuerSettings.isSafe(address)
            && address.getRawFragment() == null
            && (insideAllowed || "https".equals(address.getScheme()))) {
          return address;
        }
      } catch (URISyntaxException e) {
        throw IssuerTrouble.wrong(WHAT + ": " + name + " is no address");
      }
    }
    throw IssuerTrouble.wrong(WHAT + ": " + name + " is no address by https");
  }
}
