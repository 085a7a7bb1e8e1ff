package chat.parley.identity;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What a wallet's sign-in message (ERC-4361) must say.
 *
 * @param nonce good once, until {@code expiresAt}
 * @param domain the host and port of the page
 * @param uri the origin of the page
 * @param chainIds the chains a message may name
 */
public record WalletChallenge(
    String nonce,
    Instant issuedAt,
    Instant expiresAt,
    String domain,
    URI uri,
    String version,
    String statement,
    List<Long> chainIds) {

  public WalletChallenge {
    chainIds = List.copyOf(chainIds);
  }
}
