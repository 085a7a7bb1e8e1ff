package chat.parley.identity;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The origins (RFC 6454) under which people reach this installation: pages of others may neither
 * use the refresh cookie, nor open sockets, nor be named in a wallet's sign-in message.
 *
 * @param list at least one, in the order of the setting
 */
public record PublicOrigins(List<String> list) {

  private static final Pattern FORM =
      Pattern.compile("https?://[a-z0-9.-]+(:[1-9][0-9]{0,4})?|https?://\\[[0-9a-f:]+](:[0-9]+)?");

  public PublicOrigins {
    list = List.copyOf(list);
    if (list.isEmpty() || !list.stream().allMatch(origin -> FORM.matcher(origin).matches())) {
      throw new IllegalArgumentException(
          "The setting parley.public.origins must be a list such as https://chat.example.org,"
              + " lower case, without paths.");
    }
  }

  /** Whether an {@code Origin} header names one of them. */
  public boolean contains(@Nullable String origin) {
    return origin != null && list.contains(origin);
  }

  /**
   * Whether people reach the host that a request names by TLS, as far as the setting says: the TLS
   * of a proxy is not seen here.
   *
   * @param host the {@code Host} header, with the port unless it is the usual one
   */
  public boolean isSecure(@Nullable String host) {
    return list.contains("https://" + (host == null ? "" : host.toLowerCase(Locale.ROOT)))
        || list.stream().allMatch(origin -> origin.startsWith("https:"));
  }

  /** This origin when it is one of ours, else the first. */
  public URI orFirst(@Nullable String origin) {
    return URI.create(contains(origin) ? String.valueOf(origin) : list.get(0));
  }
}
