package chat.parley.identity.control;

import chat.parley.identity.PublicOrigins;
import chat.parley.identity.WalletSignInRefused;
import chat.parley.platform.Limits;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sign-in message must say to sign anybody in here, now. */
public final class SiweRules {

  private final PublicOrigins origins;
  private final List<Long> chains;
  private final Clock clock;

  /** The rules of this installation. */
  public SiweRules(PublicOrigins origins, List<Long> chains, Clock clock) {
    this.origins = origins;
    this.chains = List.copyOf(chains);
    this.clock = clock;
  }

  /** The chains a message may name. */
  public List<Long> chains() {
    return chains;
  }

  /**
   * Checks the claims of a message; its signature and its nonce are checked elsewhere.
   *
   * @param pageOrigin the origin of the page that sends it, when the browser names one
   * @throws WalletSignInRefused naming the claim that is not good
   */
  public void require(SiweMessage message, @Nullable String pageOrigin) {
    URI origin = originOf(message);
    if (pageOrigin != null && !pageOrigin.equals(origin.toString())) {
      throw new WalletSignInRefused("The message is for another page than the one that sends it.");
    }
    String uri = message.uri();
    if (!uri.equals(origin.toString()) && !uri.startsWith(origin + "/")) {
      throw new WalletSignInRefused("The URI of the message is not of its domain.");
    }
    if (!chains.contains(message.chainId())) {
      throw new WalletSignInRefused("This chain is not accepted for sign-in.");
    }
    requireTimes(message);
  }

  private URI originOf(SiweMessage message) {
    return origins.list().stream()
        .map(URI::create)
        .filter(origin -> origin.getRawAuthority().equals(message.domain()))
        .filter(origin -> message.scheme() == null || origin.getScheme().equals(message.scheme()))
        .filter(
            origin ->
                message.uri().equals(origin.toString()) || message.uri().startsWith(origin + "/"))
        .findFirst()
        .orElseThrow(() -> new WalletSignInRefused("The message is for another domain."));
  }

  private void requireTimes(SiweMessage message) {
    Instant now = clock.instant();
    Instant issued = message.issuedAt().at();
    if (issued.isAfter(now.plus(Limits.CLOCK_SKEW))) {
      throw new WalletSignInRefused("The message is issued in the future: check the clock.");
    }
    SiweMessage.Time expires = message.expirationTime();
    if (expires == null) {
      throw new WalletSignInRefused("The message has no expiration time.");
    }
    if (!expires.at().isAfter(now)) {
      throw new WalletSignInRefused("The message has expired.");
    }
    if (expires.at().isAfter(issued.plus(Limits.SIGN_IN_MESSAGE))) {
      throw new WalletSignInRefused("The message claims to be valid for too long.");
    }
    SiweMessage.Time notBefore = message.notBefore();
    if (notBefore != null && notBefore.at().isAfter(now)) {
      throw new WalletSignInRefused("The message is not valid yet.");
    }
  }
}
