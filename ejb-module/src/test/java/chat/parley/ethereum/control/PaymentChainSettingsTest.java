package chat.parley.ethereum.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.ethereum.Chain;
import chat.parley.platform.Settings;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentChainSettingsTest {

  private static final String USDC = "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48";

  private static PaymentChainSettings read(String name, Map<String, String> given) {
    Map<String, String> all = new HashMap<>();
    given.forEach((key, value) -> all.put("parley.chains." + name + "." + key, value));
    return PaymentChainSettings.read(
        name, key -> Optional.ofNullable(all.get(key)).or(() -> Settings.withoutContainer(key)));
  }

  @Test
  void ofWellKnownChainsAnOperatorOnlyNamesANode() {
    Chain mainnet = read("mainnet", Map.of("nodes", "https://node.example/key")).chain("mainnet");

    assertThat(mainnet.id()).isEqualTo(1);
    assertThat(mainnet.depth()).isNull();
    assertThat(mainnet.tokens()).extracting(Chain.Token::symbol).containsExactly("USDC", "DAI");
    assertThat(read("base", Map.of()).chain("base").id()).isEqualTo(8453);
    assertThat(read("sepolia", Map.of()).chain("sepolia").id()).isEqualTo(11155111);
  }

  @Test
  void aChainWithoutANodeIsOff() {
    PaymentChains chains =
        PaymentChains.of(
            new ChainsSettings(Optional.of(List.of("mainnet", "base"))),
            key ->
                key.equals("parley.chains.base.nodes")
                    ? Optional.of("https://node.example")
                    : Settings.withoutContainer(key),
            Clock.systemUTC(),
            () -> {});

    assertThat(chains.all()).extracting(Chain::name).containsExactly("Base");
    assertThat(chains.find(1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | one",
        "id | 0",
        "nodes | ftp://a",
        "nodes | https://a,https://a",
        "explorer | https://etherscan.io/tx/",
        "explorer | javascript:alert({hash})",
        "finality | soon",
        "finality | depth:0",
        "block-time | PT0S",
        "stale-after | PT1S",
        "two-nodes-above | -1",
        "currency | ETH",
        "currency | ETH 37 Ether",
        "currency | 1ETH 18 Ether",
        "tokens | 0xa0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48 USDC 6 USD Coin",
        "tokens | 0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48 US$ 6 USD Coin",
        "faucet | 0xa0b8"
      })
  void whatIsWrongIsASentenceThatNamesTheSetting(String key, String value) {
    assertThatThrownBy(() -> read("mine", Map.of(key, value)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("parley.chains.mine." + key)
        .hasMessageEndingWith(".");
  }

  @Test
  void theSameTokenTwiceIsRefused() {
    assertThatThrownBy(
            () -> read("mine", Map.of("tokens", USDC + " USDC 6 A, " + USDC + " USDX 6 B")))
        .hasMessageContaining("each address once");
    assertThatThrownBy(() -> read("mine", Map.of()).chain("mine")).hasMessageContaining(".id");
  }
}
