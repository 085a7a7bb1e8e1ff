package chat.parley.identity;

import chat.parley.platform.Setting;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether, and by which relay, people may use a wallet on another device: their phone reads a code
 * from the page, and both talk through the relay, which sees that they do and not what they say.
 *
 * @param project what the relay knows this installation by; empty when wallets are only those that
 *     are in the browser
 * @param relay address of a relay of the WalletConnect network
 */
public record WalletConnect(
    @Setting("parley.walletconnect.project") Optional<String> project,
    @Setting("parley.walletconnect.relay") URI relay) {

  private static final Pattern PROJECT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** It stands in a header, and pages of TLS may open nothing else; a relay here is for tests. */
  private static final Pattern RELAY =
      Pattern.compile("(wss://[a-z0-9.-]+|ws://(127\\.0\\.0\\.1|localhost))(:[1-9][0-9]{0,4})?");

  public WalletConnect {
    project
        .filter(id -> !PROJECT.matcher(id).matches())
        .ifPresent(
            id -> {
              throw new IllegalArgumentException(
                  "The setting parley.walletconnect.project must be the id of a project, up to 64"
                      + " letters and digits.");
            });
    if (!RELAY.matcher(relay.toString()).matches()) {
      throw new IllegalArgumentException(
          "The setting parley.walletconnect.relay must be an address such as"
              + " wss://relay.example.org, lower case, without a path.");
    }
  }

  /** The address that pages may connect to for it; empty when it is off. */
  public Optional<String> origin() {
    return project.map(id -> relay.toString());
  }
}
