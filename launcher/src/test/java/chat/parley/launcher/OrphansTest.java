package chat.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
  @TempDir private Path home;

  private Layout layout;
  private Process process;

  @BeforeEach
  void startSomething() throws IOException {
    layout = new Layout(home, home);
    layout.create();
    process = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void endIt() {
    process.destroyForcibly();
  }

  @Test
  void whatAKilledLauncherLeftIsFoundByItsNoteAndEnded() {
    RunState.fresh(layout.state()).put("mail", process.toHandle());

    assertThat(Orphans.end(RunState.read(layout.state()), layout)).isEqualTo(1);

    assertThat(process.toHandle().isAlive()).isFalse();
  }

  @Test
  void aStrangerWithTheIdOfAnOrphanIsLeftAlone() {
    Instant earlier = process.toHandle().info().startInstant().orElseThrow();
    RunState.Identity gone =
        new RunState.Identity(process.pid(), earlier.minus(Duration.ofHours(1)));

    assertThat(gone.alive()).isEmpty();
    assertThat(RunState.Identity.of(process.toHandle()).alive()).isPresent();
  }

  @Test
  void aLauncherIsKnownByItsStateWhileItLives() {
    RunState.fresh(layout.state()).put(RunState.LAUNCHER, process.toHandle());

    assertThat(RunState.read(layout.state()).launcher()).contains(process.toHandle());
    assertThat(RunState.read(layout.state()).children()).isEmpty();
  }

  @Test
  void factsSurviveInTheState() {
    RunState.fresh(layout.state()).fact("urls", "http://localhost:8080 http://localhost:8081");

    assertThat(RunState.read(layout.state()).fact("urls"))
        .contains("http://localhost:8080 http://localhost:8081");
    assertThat(RunState.read(layout.state()).fact("mail")).isEmpty();
  }
}
