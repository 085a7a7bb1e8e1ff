package chat.parley.ethereum.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainSettingsTest {

  private static ChainSettings settings(String nodes) {
    return new ChainSettings(Optional.of(new Secret(nodes)), "1");
  }

  @Test
  void eachChainHasItsNode() {
    assertThat(settings("1=https://node.example/v3/key=1, 10=http://127.0.0.1").addresses())
        .isEqualTo(
            Map.of(
                1L, URI.create("https://node.example/v3/key=1"),
                10L, URI.create("http://127.0.0.1")));
    assertThat(new ChainSettings(Optional.empty(), "1").addresses()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1=",
        "=http://a",
        "0=http://a",
        "1=file:/a",
        "1=http://a b",
        "x=http://a"
      })
  void whatIsNoNodeIsRefusedWithoutShowingIt(String node) {
    assertThatThrownBy(() -> settings("10=http://secret," + node))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The setting parley.chain.nodes must be")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aChainWithTwoNodesIsRefused() {
    assertThatThrownBy(() -> settings("1=http://a,1=http://b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
