package chat.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagePolicyTest {

  private static final String BUCKET = "https://files.s3.eu-central-1.amazonaws.com";
  private static final String RELAY = "wss://relay.example.org";

  @Test
  void pagesConnectToTheirOriginAndNothingElse() {
    assertThat(PagePolicy.content(List.of())).contains("; connect-src 'self'; ");
  }

  @Test
  void aRelayAndABucketAreTheOnlyThingsThatAreAllowedMore() {
    assertThat(PagePolicy.content(List.of(RELAY)))
        .contains("; connect-src 'self' " + RELAY + "; ")
        .hasSize(PagePolicy.content(List.of()).length() + 1 + RELAY.length());
    assertThat(PagePolicy.content(List.of(RELAY, BUCKET)))
        .contains("; connect-src 'self' " + RELAY + " " + BUCKET + "; ")
        .hasSize(PagePolicy.content(List.of()).length() + 2 + RELAY.length() + BUCKET.length());
  }
}
