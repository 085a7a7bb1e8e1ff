package chat.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublicOriginsTest {

  @Test
  void aHostIsSecureWhenItsOriginIs() {
    PublicOrigins both =
        new PublicOrigins(List.of("http://localhost:8080", "https://chat.example.org"));
    assertThat(both.isSecure("chat.example.org")).isTrue();
    assertThat(both.isSecure("Chat.Example.ORG")).isTrue();
    assertThat(both.isSecure("localhost:8080")).isFalse();
    assertThat(both.isSecure("chat.example.org:8080")).isFalse();
    assertThat(both.isSecure(null)).isFalse();
  }

  @Test
  void whereAllOriginsAreSecureEveryHostIsForAProxyMayRename() {
    PublicOrigins all = new PublicOrigins(List.of("https://chat.example.org"));
    assertThat(all.isSecure("10.0.0.7:8080")).isTrue();
    assertThat(all.isSecure(null)).isTrue();
  }

  @Test
  void whatIsNoOriginIsRefused() {
    for (String wrong : List.of("chat.example.org", "https://a/", "HTTPS://a", "ftp://a")) {
      assertThatThrownBy(() -> new PublicOrigins(List.of(wrong)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
