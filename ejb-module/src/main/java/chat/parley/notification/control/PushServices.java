package chat.parley.notification.control;

import chat.parley.platform.InvalidInput;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which push services this server may be sent to. A subscription is an address that a stranger
 * chose, and this server stands inside a network: only TLS on its usual port, only public names,
 * and at the time of each call only public addresses behind the name. A name that changes its
 * address in between gains nothing: whoever answers must prove the name with a certificate before
 * it is told anything.
 */
final class PushServices {

  private static final int TLS_PORT = 443;

  private final Set<String> trusted;

  /**
   * The rule.
   *
   * @param trusted origins that may be inside, and without TLS
   */
  PushServices(List<URI> trusted) {
    this.trusted = trusted.stream().map(PushServices::origin).collect(Collectors.toSet());
  }

  /**
   * Refuses what cannot be a push service, without asking anybody.
   *
   * @throws InvalidInput says why
   */
  void require(URI endpoint) {
    if (trusted.contains(origin(endpoint))) {
      return;
    }
    String host = host(endpoint);
    if (!"https".equals(endpoint.getScheme())) {
      throw new InvalidInput("/endpoint", "A push service is reached by https.");
    }
    if (endpoint.getPort() != -1 && endpoint.getPort() != TLS_PORT) {
      throw new InvalidInput("/endpoint", "A push service listens on port 443.");
    }
    if (!isName(host) || isInside(host)) {
      throw new InvalidInput("/endpoint", "A push service has a public name.");
    }
  }

  /**
   * Whether the name leads only to public addresses now.
   *
   * @throws UnknownHostException when it leads nowhere
   */
  boolean isPublic(URI endpoint) throws UnknownHostException {
    if (trusted.contains(origin(endpoint))) {
      return true;
    }
    for (InetAddress address : InetAddress.getAllByName(host(endpoint))) {
      if (!isPublic(address)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an address is one of the whole Internet (IANA special-purpose registries). */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (address instanceof Inet4Address) {
      boolean thisNetwork = first == 0;
      boolean carrier = first == 100 && second >= 64 && second < 128;
      boolean protocols = first == 192 && second == 0;
      boolean benchmarks = first == 198 && (second == 18 || second == 19);
      return !thisNetwork && !carrier && !protocols && !benchmarks && first < 224;
    }
    // Global unicast is 2000::/3; of it, 2001::/23 and 2002::/16 carry other addresses inside.
    boolean global = address instanceof Inet6Address && (first & 0xe0) == 0x20;
    boolean tunnel =
        first == 0x20 && ((second == 0x01 && (bytes[2] & 0xfe) == 0) || second == 0x02);
    return global && !tunnel;
  }

  /** Whether it is a name of several words, the last of which is no number as in an address. */
  private static boolean isName(String host) {
    String[] labels = host.split("\\.", -1);
    return labels.length > 1
        && Arrays.stream(labels).allMatch(label -> label.matches("[a-z0-9-]+"))
        && labels[labels.length - 1].matches("[a-z].*");
  }

  private static boolean isInside(String host) {
    return host.endsWith(".localhost")
        || host.endsWith(".local")
        || host.endsWith(".internal")
        || host.endsWith(".home.arpa");
  }

  private static String host(URI endpoint) {
    return String.valueOf(endpoint.getHost()).toLowerCase(Locale.ROOT);
  }

  /** Scheme, host and port, for comparing. */
  static String origin(URI address) {
    return address.getScheme() + "://" + host(address) + ":" + address.getPort();
  }
}
