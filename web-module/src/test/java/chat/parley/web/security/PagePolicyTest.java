package chat.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagePolicyTest {

  private static final String RELAY = "wss://relay.example.org";

  @Test
  void pagesConnectToTheirOriginAndNothingElse() {
    assertThat(PagePolicy.content(Optional.empty())).contains("; connect-src 'self'; ");
  }

  @Test
  void aRelayIsTheOnlyThingThatIsAllowedMore() {
    assertThat(PagePolicy.content(Optional.of(RELAY)))
        .contains("; connect-src 'self' " + RELAY + "; ")
        .hasSize(PagePolicy.content(Optional.empty()).length() + 1 + RELAY.length());
  }
}
