package chat.parley.identity;

import java.time.Instant;
import java.util.List;

/**
 * What a passkey is asked to sign.
 *
 * @param challenge good once, until {@code expiresAt}; base64url
 * @param rpId the host of the page (WebAuthn, 5.4.2)
 * @param credentials the passkeys of the account by the ids of their authenticators, base64url;
 *     empty when it is not known whose it is
 */
public record PasskeyChallenge(
    String challenge, Instant expiresAt, String rpId, List<String> credentials) {

  public PasskeyChallenge {
    credentials = List.copyOf(credentials);
  }
}
