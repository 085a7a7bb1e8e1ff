package chat.parley.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {

  private final Origins origins =
      Origins.of(List.of("http://localhost:8080", " https://parley.example ", ""));

  @Test
  void pagesOfOurOwnMayOpenASocket() {
    assertThat(origins.allow("http://localhost:8080")).isTrue();
    assertThat(origins.allow("https://parley.example")).isTrue();
  }

  @Test
  void otherPagesMayNot() {
    assertThat(origins.allow("https://evil.example")).isFalse();
    assertThat(origins.allow("http://localhost:8081")).isFalse();
    assertThat(origins.allow("https://parley.example.evil.example")).isFalse();
    assertThat(origins.allow("null")).isFalse();
  }

  @Test
  void clientsThatAreNoBrowserNameNoPage() {
    assertThat(origins.allow(null)).isTrue();
  }
}
