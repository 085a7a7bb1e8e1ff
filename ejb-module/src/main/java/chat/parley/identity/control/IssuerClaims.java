package chat.parley.identity.control;

import chat.parley.identity.Username;
import chat.parley.mail.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer says of somebody who has just been there.
 *
 * @param subject who it is, at this issuer
 * @param authenticated when he proved to the issuer who he is; null when it does not say
 * @param email his address; null when the issuer does not call it verified, or is not believed
 * @param username what he may want to be called; null when it says nothing that one can be called
 */
public record IssuerClaims(
    String subject,
    @Nullable Instant authenticated,
    @Nullable EmailAddress email,
    @Nullable Username username) {

  /** Nothing of it. */
  @Override
  public String toString() {
    return "IssuerClaims[]";
  }
}
