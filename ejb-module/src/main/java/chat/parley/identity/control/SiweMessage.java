package chat.parley.identity.control;

import chat.parley.ethereum.Address;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A "Sign in with Ethereum" message by the grammar of ERC-4361, as {@link SiweParser} reads it and
 * {@link #text} writes it.
 *
 * @param scheme of the page, when the message names it
 * @param domain the authority of the page (RFC 3986)
 * @param statement what the person agrees to; one line of printable ASCII
 * @param uri what the person signs in to
 * @param resources further URIs; null is not the same as none
 */
public record SiweMessage(
    @Nullable String scheme,
    String domain,
    Address address,
    @Nullable String statement,
    String uri,
    long chainId,
    String nonce,
    Time issuedAt,
    @Nullable Time expirationTime,
    @Nullable Time notBefore,
    @Nullable String requestId,
    @Nullable List<String> resources) {

  private static final String VERSION = "1";

  /** A time of RFC 3339 with the text it was written as. */
  public record Time(String text, Instant at) {

    /** The time a text stands for; empty when it is no RFC 3339 time. */
    public static Optional<Time> parse(String text) {
      if (!SiweParser.DATE_TIME.matcher(text).matches()) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Time(text, OffsetDateTime.parse(text).toInstant()));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }

  /** The message as the wallet shows and signs it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    if (scheme != null) {
      text.append(scheme).append("://");
    }
    text.append(domain).append(" wants you to sign in with your Ethereum account:\n");
    text.append(address).append("\n\n");
    if (statement != null) {
      text.append(statement).append('\n');
    }
    text.append("\nURI: ").append(uri);
    text.append("\nVersion: ").append(VERSION);
    text.append("\nChain ID: ").append(chainId);
    text.append("\nNonce: ").append(nonce);
    text.append("\nIssued At: ").append(issuedAt.text());
    if (expirationTime != null) {
      text.append("\nExpiration Time: ").append(expirationTime.text());
    }
    if (notBefore != null) {
      text.append("\nNot Before: ").append(notBefore.text());
    }
    if (requestId != null) {
      text.append("\nRequest ID: ").append(requestId);
    }
    if (resources != null) {
      text.append("\nResources:");
      resources.forEach(resource -> text.append("\n- ").append(resource));
    }
    return text.toString();
  }
}
