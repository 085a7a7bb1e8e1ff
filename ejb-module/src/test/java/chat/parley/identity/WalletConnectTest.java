package chat.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalletConnectTest {

  private static final URI RELAY = URI.create("wss://relay.example.org");

  @Test
  void pagesMayConnectToTheRelayOnlyWhereThereIsAProject() {
    assertThat(new WalletConnect(Optional.of("0123abcd"), RELAY).origin())
        .contains("wss://relay.example.org");
    assertThat(new WalletConnect(Optional.empty(), RELAY).origin()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://relay.example.org",
        "ws://relay.example.org",
        "wss://relay.example.org/",
        "wss://relay.example.org;script-src",
        "wss://relay.example.org,x",
        "wss://*",
        "wss://Relay.example.org",
        "relay.example.org"
      })
  void whatIsNoAddressOfARelayIsRefused(String relay) {
    assertThatThrownBy(() -> new WalletConnect(Optional.empty(), URI.create(relay)))
        .hasMessageStartingWith("The setting parley.walletconnect.relay must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "\"><script>"})
  void whatIsNoProjectIsRefused(String project) {
    assertThatThrownBy(() -> new WalletConnect(Optional.of(project), RELAY))
        .hasMessageStartingWith("The setting parley.walletconnect.project must be");
  }
}
