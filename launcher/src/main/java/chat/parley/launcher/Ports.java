package chat.parley.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where everything listens, on the loopback interface only.
 *
 * @param web one port for each instance
 * @param tls one for each instance that also speaks TLS itself; usually there is none
 */
public record Ports(
    List<Integer> web,
    List<Integer> tls,
    int database,
    int broker,
    int chain,
    int smtp,
    int mailPage) {

  /** More instances than this make no sense on one machine. */
  public static final int MOST_INSTANCES = 8;

  private static final int FIRST_FREE = 20_000;

  /** Linux takes the ports of connections from here on, other systems from above. */
  private static final int FIRST_OF_CONNECTIONS = 32_768;

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final Set<Integer> GIVEN_OUT = ConcurrentHashMap.newKeySet();

  public Ports {
    web = List.copyOf(web);
    tls = List.copyOf(tls);
    if (web.isEmpty() || web.size() > MOST_INSTANCES) {
      throw new LaunchFailure("The number of instances must be from 1 to " + MOST_INSTANCES + ".");
    }
  }

  /** The ports a developer finds Parley on. */
  public static Ports usual(int instances) {
    return new Ports(consecutive(8080, instances), List.of(), 15432, 15616, 18545, 13025, 13080);
  }

  /** Fifteen ports from this one on: instances first, the rest from {@code base + 10}. */
  public static Ports from(int base, int instances) {
    if (base < 1024 || base > 65_000) {
      throw new LaunchFailure("--port-base must be from 1024 to 65000.");
    }
    return new Ports(
        consecutive(base, instances),
        List.of(),
        base + 10,
        base + 11,
        base + 12,
        base + 13,
        base + 14);
  }

  /**
   * Ports that nobody listens on now. They are not of those that systems give to the near end of
   * connections, where one could be gone again before a server has come to listen on it.
   */
  public static Ports free(int instances) {
    List<Integer> found = findFree(instances + 5);
    List<Integer> rest = found.subList(instances, found.size());
    return new Ports(
        found.subList(0, instances),
        List.of(),
        rest.get(0),
        rest.get(1),
        rest.get(2),
        rest.get(3),
        rest.get(4));
  }

  /** The same, and every instance speaks TLS itself on one more that nobody listens on now. */
  public Ports withTls() {
    return new Ports(web, findFree(web.size()), database, broker, chain, smtp, mailPage);
  }

  /** This program never gives one out twice. */
  private static List<Integer> findFree(int count) {
    return RANDOM
        .ints(FIRST_FREE, FIRST_OF_CONNECTIONS)
        .boxed()
        .filter(port -> GIVEN_OUT.add(port) && !isTaken(port))
        .limit(count)
        .toList();
  }

  /** Every port with the words a person knows it by. */
  Map<Integer, String> named() {
    Map<Integer, String> named = new LinkedHashMap<>();
    for (int i = 0; i < web.size(); i++) {
      named.put(web.get(i), web.size() == 1 ? "the web app" : "web app instance " + (i + 1));
    }
    for (int i = 0; i < tls.size(); i++) {
      named.put(tls.get(i), "TLS of web app instance " + (i + 1));
    }
    named.put(database, "the database");
    named.put(broker, "the broker");
    named.put(chain, "the development chain");
    named.put(smtp, "the mail catcher");
    named.put(mailPage, "the mail catcher's page");
    return named;
  }

  /**
   * Refuses to go on when somebody listens on one of the ports.
   *
   * @throws LaunchFailure naming the first one
   */
  void requireFree() {
    named()
        .forEach(
            (port, what) -> {
              if (isTaken(port)) {
                throw new LaunchFailure(
                    "Port %d for %s is in use by another program: stop that program, or start Parley on other ports with --port-base."
                        .formatted(port, what));
              }
            });
  }

  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(Loopback.ADDRESS, port), 1);
      return false;
    } catch (IOException taken) {
      return true;
    }
  }

  private static List<Integer> consecutive(int first, int count) {
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ports.add(first + i);
    }
    return ports;
  }
}
