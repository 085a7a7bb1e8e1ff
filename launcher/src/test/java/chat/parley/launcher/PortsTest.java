package chat.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void instancesStandSideBySide() {
    assertThat(Ports.usual(3).web()).containsExactly(8080, 8081, 8082);
    assertThat(Ports.from(20000, 2).web()).containsExactly(20000, 20001);
  }

  @Test
  void noTwoPartsShareAPort() {
    for (Ports ports :
        List.of(
            Ports.usual(Ports.MOST_INSTANCES),
            Ports.from(20000, Ports.MOST_INSTANCES),
            Ports.free(Ports.MOST_INSTANCES))) {
      assertThat(ports.named()).hasSize(Ports.MOST_INSTANCES + 5);
    }
  }

  @Test
  void freePortsAreNotThoseOfConnections() {
    for (int port : Ports.free(Ports.MOST_INSTANCES).named().keySet()) {
      assertThat(port).isBetween(20_000, 32_767);
    }
  }

  @Test
  void noFreePortIsGivenOutTwice() {
    Set<Integer> before = Ports.free(Ports.MOST_INSTANCES).named().keySet();
    for (int i = 0; i < 50; i++) {
      assertThat(Ports.free(Ports.MOST_INSTANCES).named().keySet())
          .doesNotContainAnyElementsOf(before);
    }
  }

  @Test
  void thereIsAtLeastOneInstanceAndNotTooMany() {
    for (int wrong : new int[] {0, -1, Ports.MOST_INSTANCES + 1}) {
      assertThatThrownBy(() -> Ports.usual(wrong))
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("from 1 to 8");
    }
  }

  @Test
  void aTakenPortIsNamedWithItsUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, Loopback.ADDRESS)) {
      Ports free = Ports.free(1);
      Ports ports =
          new Ports(
              free.web(),
              free.tls(),
              taken.getLocalPort(),
              free.broker(),
              free.chain(),
              free.smtp(),
              free.mailPage());

      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("Port " + taken.getLocalPort())
          .hasMessageContaining("the database");
    }
  }
}
