package chat.parley.identity;

import java.net.URI;
import java.time.Instant;

/**
 * A visit to an issuer that begins.
 *
 * @param address where the browser goes
 * @param browser the secret by which the browser that began is known when it comes back
 * @param expiresAt until when it must be back
 */
public record IssuerVisit(URI address, String browser, Instant expiresAt) {

  /** Without the address, which holds the state, and the secret. */
  @Override
  public String toString() {
    return "IssuerVisit[expiresAt=" + expiresAt + "]";
  }
}
