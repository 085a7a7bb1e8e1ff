package chat.parley.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.PublicOrigins;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatEndpointConfiguratorTest {

  private final ChatEndpointConfigurator handshake =
      new ChatEndpointConfigurator(
          new PublicOrigins(List.of("http://localhost:8080", "https://parley.example")));

  @Test
  void pagesOfOurOwnMayOpenASocket() {
    assertThat(handshake.checkOrigin("http://localhost:8080")).isTrue();
    assertThat(handshake.checkOrigin("https://parley.example")).isTrue();
  }

  @Test
  void otherPagesMayNot() {
    assertThat(handshake.checkOrigin("https://evil.example")).isFalse();
    assertThat(handshake.checkOrigin("http://localhost:8081")).isFalse();
    assertThat(handshake.checkOrigin("https://parley.example.evil.example")).isFalse();
    assertThat(handshake.checkOrigin("null")).isFalse();
  }

  @Test
  void whoNamesNoPageMayNotEither() {
    assertThat(handshake.checkOrigin(null)).isFalse();
    assertThat(handshake.checkOrigin("")).isFalse();
  }
}
