package chat.parley.identity.control;

import chat.parley.identity.IdentityLog;
import chat.parley.identity.Issuer;
import chat.parley.identity.IssuerFault;
import chat.parley.identity.IssuerSignInRefused;
import chat.parley.platform.NotFound;
import chat.parley.platform.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The issuers that people may sign in with. Operators are told when one is away or lies. */
public final class Issuers {

  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

  private final Map<String, IssuerClient> clients;

  /** Those who did not answer the last time: operators are told once. */
  private final Set<String> away = ConcurrentHashMap.newKeySet();

  /** What an issuer is asked. */
  public interface Question<T> {
    T ask(IssuerClient issuer) throws IssuerTrouble;
  }

  private Issuers(Map<String, IssuerClient> clients) {
    this.clients = new LinkedHashMap<>(clients);
  }

  /**
   * Those of the settings.
   *
   * @param lookup the value of a key, empty when it has none
   * @throws IllegalStateException one sentence for the operator: which setting, and what is wrong
   */
  public static Issuers of(
      OidcSettings settings, Function<String, Optional<String>> lookup, Clock clock) {
    Map<String, IssuerClient> clients = new LinkedHashMap<>();
    for (String name : settings.names()) {
      clients.put(name, new IssuerClient(name, IssuerSettings.read(name, lookup), clock));
    }
    if (clients.values().stream().map(IssuerClient::address).distinct().count() < clients.size()) {
      throw new IllegalStateException(
          "Two of the issuers in the setting parley.oidc.issuers have the same address.");
    }
    return new Issuers(clients);
  }

  /** In the order of the setting. */
  public Collection<IssuerClient> all() {
    return List.copyOf(clients.values());
  }

  /** The one that calls itself so, if it is one of ours. */
  public Optional<Issuer> calling(String address) {
    return clients.values().stream()
        .filter(client -> client.address().equals(address))
        .map(IssuerClient::issuer)
        .findFirst();
  }

  /**
   * The one of this name.
   *
   * @throws NotFound when there is none
   */
  public IssuerClient require(String name) {
    IssuerClient client = clients.get(name);
    if (client == null) {
      throw new NotFound();
    }
    return client;
  }

  /**
   * Asks an issuer.
   *
   * @throws NotFound when there is none of this name
   * @throws Unavailable when it does not answer
   * @throws IssuerFault when it answers what cannot be believed
   * @throws IssuerSignInRefused when it does not take the code
   */
  public <T> T ask(String name, Question<T> question) {
    try {
      T answer = question.ask(require(name));
      back(name);
      return answer;
    } catch (IssuerTrouble e) {
      throw refusal(name, e);
    }
  }

  private void back(String name) {
    if (away.remove(name)) {
      IdentityLog.LOG.issuerBack(name);
    }
  }

  private RuntimeException refusal(String name, IssuerTrouble trouble) {
    return switch (trouble.kind()) {
      case AWAY -> {
        if (away.add(name)) {
          IdentityLog.LOG.issuerAway(name, trouble.reason());
        }
        yield new Unavailable(
            "The issuer does not answer now. Sign in another way, or try again later.",
            ASK_AGAIN_AFTER);
      }
      case REFUSED -> new IssuerSignInRefused("The issuer does not take the code any more.");
      case WRONG -> {
        IdentityLog.LOG.issuerWrong(name, trouble.reason());
        yield new IssuerFault();
      }
    };
  }
}
