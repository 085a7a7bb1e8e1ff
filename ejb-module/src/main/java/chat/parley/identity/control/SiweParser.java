package chat.parley.identity.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.boundary.Wallets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages by the grammar of ERC-4361, strictly: it takes only texts that {@link
 * SiweMessage#text} writes again byte for byte, so that what the person saw, what was signed and
 * what we check are the same.
 */
public final class SiweParser {

  /** The longest message we look at, in characters. */
  public static final int MAX_LENGTH = 4_096;

  // RFC 3986: unreserved, reserved and percent-encoded characters, whose digits are looked at
  // afterwards. Nothing here repeats a choice: Java matches that by recursion, and a long message
  // would take the whole stack.
  private static final String URI_CHARS = "[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]";
  private static final String PCHARS = "[A-Za-z0-9._~!$&'()*+,;=:@%-]";

  private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private static final Pattern MESSAGE =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?"
              + "(?<domain>[A-Za-z0-9._~!$&'()*+,;=:@%\\[\\]-]+)"
              + " wants you to sign in with your Ethereum account:\n"
              + "(?<address>0x[0-9A-Fa-f]{40})\n"
              + "\n"
              + "(?:(?<statement>[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;= -]*)\n)?"
              + "\n"
              + "URI: (?<uri>"
              + URI_CHARS
              + "+)\n"
              + "Version: 1\n"
              + "Chain ID: (?<chain>[0-9]+)\n"
              + "Nonce: (?<nonce>[A-Za-z0-9]{8,})\n"
              + "Issued At: (?<issued>[0-9TtZz:.+-]+)"
              + "(?:\nExpiration Time: (?<expires>[0-9TtZz:.+-]+))?"
              + "(?:\nNot Before: (?<notbefore>[0-9TtZz:.+-]+))?"
              + "(?:\nRequest ID: (?<request>"
              + PCHARS
              + "*))?"
              // Its lines are looked at afterwards, too.
              + "(?<resources>\nResources:[\n -~]*)?");

  static final Pattern DATE_TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?"
              + "(?:Z|[+-][0-9]{2}:[0-9]{2})");

  private SiweParser() {}

  /** Reads a message; empty for any text that is not exactly one. */
  public static Optional<SiweMessage> parse(String text, Wallets wallets) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher parts = MESSAGE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<Address> address = wallets.address(parts.group("address"));
    Optional<SiweMessage.Time> issuedAt = SiweMessage.Time.parse(parts.group("issued"));
    Optional<Long> chain = chain(parts.group("chain"));
    if (address.isEmpty()
        || issuedAt.isEmpty()
        || chain.isEmpty()
        || !isUri(parts.group("uri"))
        || isBroken(parts.group("request"))
        || isNoTime(parts.group("expires"))
        || isNoTime(parts.group("notbefore"))) {
      return Optional.empty();
    }
    List<String> resources = resources(parts.group("resources"));
    if (resources != null && !resources.stream().allMatch(SiweParser::isUri)) {
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

  private static boolean isBroken(@Nullable String text) {
    return text != null && BROKEN_PERCENT.matcher(text).find();
  }

  private static boolean isNoTime(@Nullable String text) {
    return text != null && SiweMessage.Time.parse(text).isEmpty();
  }

  private static SiweMessage.@Nullable Time time(@Nullable String text) {
    return text == null ? null : SiweMessage.Time.parse(text).orElse(null);
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
