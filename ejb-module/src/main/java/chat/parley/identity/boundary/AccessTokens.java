package chat.parley.identity.boundary;

import chat.parley.identity.AccessTokenKey;
import chat.parley.identity.control.TokenIssuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What others need to verify our access tokens. */
@ApplicationScoped
public class AccessTokens {

  @Inject private TokenIssuer issuer;

  /** The public key. */
  public AccessTokenKey key() {
    return issuer.key();
  }
}
