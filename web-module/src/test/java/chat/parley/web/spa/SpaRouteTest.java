package chat.parley.web.spa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpaRouteTest {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/conversations/0192", "/apiary", "/settings/sessions"})
  void routesOfTheBrowserArePages(String path) {
    assertThat(SpaRoute.isPage("GET", path, BROWSER)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/nothing",
        "/health/ready",
        "/.well-known/jwks.json",
        "/assets/x.js",
        "/openapi"
      })
  void pathsOfTheServerAreNot(String path) {
    assertThat(SpaRoute.isPage("GET", path, BROWSER)).isFalse();
  }

  @Test
  void onlyAPersonsGetIsAPage() {
    assertThat(SpaRoute.isPage("POST", "/sign-in", BROWSER)).isFalse();
    assertThat(SpaRoute.isPage("GET", "/sign-in", "application/json")).isFalse();
    assertThat(SpaRoute.isPage("GET", "/sign-in", null)).isFalse();
  }

  @Test
  void hashedFilesAreKeptAndThePageIsNot() {
    assertThat(SpaRoute.cacheControl("/assets/index-1a2b.js")).contains("immutable");
    assertThat(SpaRoute.cacheControl("/index.html")).isEqualTo("no-cache");
  }
}
