package chat.parley.web.rest.identity;

import chat.parley.identity.WalletChallenge;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a sign-in message must say. */
@Schema(name = "WalletChallenge", description = "What a sign-in message (ERC-4361) must say.")
public record WalletChallengeJson(
    @Schema(description = "Good once, until expiresAt.") String nonce,
    Instant issuedAt,
    Instant expiresAt,
    @Schema(example = "chat.example.org") String domain,
    @Schema(example = "https://chat.example.org") URI uri,
    @Schema(enumeration = "1") String version,
    @Schema(example = "Sign in to Parley.") String statement,
    @Schema(description = "The chains a message may name.") List<Long> chainIds) {

  public WalletChallengeJson {
    chainIds = List.copyOf(chainIds);
  }

  static WalletChallengeJson of(WalletChallenge challenge) {
    return new WalletChallengeJson(
        challenge.nonce(),
        challenge.issuedAt(),
        challenge.expiresAt(),
        challenge.domain(),
        challenge.uri(),
        challenge.version(),
        challenge.statement(),
        challenge.chainIds());
  }
}
