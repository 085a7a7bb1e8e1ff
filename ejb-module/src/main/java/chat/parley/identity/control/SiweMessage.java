package chat.parley.identity.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.boundary.Wallets;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A "Sign in with Ethereum" message by the grammar of ERC-4361, strictly: {@link #parse} takes only
 * texts that {@link #text} writes again byte for byte, so that what the person saw, what was signed
 * and what we check are the same.
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

  /** The longest message we look at, in characters. */
  public static final int MAX_LENGTH = 4_096;

  private static final String VERSION = "1";

  // RFC 3986: unreserved, reserved and percent-encoded characters.
  private static final String URI_CHAR =
      "(?:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})";
  private static final String PCHAR = "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})";

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?"
              + "(?<domain>[A-Za-z0-9._~!$&'()*+,;=:@%\\[\\]-]+)"
              + " wants you to sign in with your Ethereum account:\n"
              + "(?<address>0x[0-9A-Fa-f]{40})\n"
              + "\n"
              + "(?:(?<statement>[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;= -]*)\n)?"
              + "\n"
              + "URI: (?<uri>"
              + URI_CHAR
              + "+)\n"
              + "Version: 1\n"
              + "Chain ID: (?<chain>[0-9]+)\n"
              + "Nonce: (?<nonce>[A-Za-z0-9]{8,})\n"
              + "Issued At: (?<issued>[0-9TtZz:.+-]+)"
              + "(?:\nExpiration Time: (?<expires>[0-9TtZz:.+-]+))?"
              + "(?:\nNot Before: (?<notbefore>[0-9TtZz:.+-]+))?"
              + "(?:\nRequest ID: (?<request>"
              + PCHAR
              + "*))?"
              + "(?<resources>\nResources:(?:\n- "
              + URI_CHAR
              + "+)*)?");

  private static final Pattern DATE_TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?"
              + "(?:Z|[+-][0-9]{2}:[0-9]{2})");

  /** A time of RFC 3339 with the text it was written as. */
  public record Time(String text, Instant at) {

    /** The time a text stands for; empty when it is no RFC 3339 time. */
    public static Optional<Time> parse(String text) {
      if (!DATE_TIME.matcher(text).matches()) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Time(text, OffsetDateTime.parse(text).toInstant()));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }

  /** Reads a message; empty for any text that is not exactly one. */
  public static Optional<SiweMessage> parse(String text, Wallets wallets) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<Address> address = wallets.address(parts.group("address"));
    Optional<Time> issuedAt = Time.parse(parts.group("issued"));
    Optional<Long> chain = chain(parts.group("chain"));
    if (address.isEmpty()
        || issuedAt.isEmpty()
        || chain.isEmpty()
        || !isUri(parts.group("uri"))
        || isNoTime(parts.group("expires"))
        || isNoTime(parts.group("notbefore"))) {
      return Optional.empty();
    }
    List<String> resources = resources(parts.group("resources"));
    if (resources != null && !resources.stream().allMatch(SiweMessage::isUri)) {
      return Optional.empty();
    }
    SiweMessage message =
        new SiweMessage(
            parts.group("scheme"),
            parts.group("domain"),
            address.get(),
            parts.group("statement"),
            parts.group("uri"),
            chain.get(),
            parts.group("nonce"),
            issuedAt.get(),
            time(parts.group("expires")),
            time(parts.group("notbefore")),
            parts.group("request"),
            resources);
    return message.text().equals(text) ? Optional.of(message) : Optional.empty();
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

  private static Optional<Long> chain(String digits) {
    // Leading zeros and numbers beyond long are not what we would write.
    return digits.matches("0|[1-9][0-9]{0,17}")
        ? Optional.of(Long.valueOf(digits))
        : Optional.empty();
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isNoTime(@Nullable String text) {
    return text != null && Time.parse(text).isEmpty();
  }

  private static @Nullable Time time(@Nullable String text) {
    return text == null ? null : Time.parse(text).orElse(null);
  }

  private static @Nullable List<String> resources(@Nullable String block) {
    if (block == null) {
      return null;
    }
    List<String> resources = new ArrayList<>();
    String[] lines = block.split("\n- ", -1);
    for (int i = 1; i < lines.length; i++) {
      resources.add(lines[i]);
    }
    return List.copyOf(resources);
  }
}
