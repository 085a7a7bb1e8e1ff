package chat.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {

  @Test
  void binariesAreNamedAsTheirPublishersNameThem() {
    Platform intel = Platform.of("Linux", "amd64");
    assertThat(intel.postgresArchive()).isEqualTo("/postgres-linux-x86_64.txz");
    assertThat(intel.anvilPackage()).isEqualTo("anvil-linux-amd64");

    Platform apple = Platform.of("Mac OS X", "aarch64");
    assertThat(apple.postgresArchive()).isEqualTo("/postgres-darwin-arm_64.txz");
    assertThat(apple.anvilPackage()).isEqualTo("anvil-darwin-arm64");
  }

  @Test
  void thisMachinesBinariesAreBuiltIn() {
    assertThat(PlatformTest.class.getResource(Platform.current().postgresArchive())).isNotNull();
  }

  @Test
  void otherMachinesAreRefused() {
    assertThatThrownBy(() -> Platform.of("Windows 11", "amd64"))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("Linux and macOS");
    assertThatThrownBy(() -> Platform.of("Linux", "riscv64")).isInstanceOf(LaunchFailure.class);
  }
}
