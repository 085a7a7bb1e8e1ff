package chat.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.testing.BesideTheOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system on one machine: however it ends, no process stays, and its data do until the reset. */
@BesideTheOthers
class LifeIT {
  private static final Duration START = Duration.ofMinutes(3);
  private static final String[] UP = {
    "up", "--no-build", "--instances", "1", "--free-ports", "--fast-start"
  };

  @TempDir private Path room;
  private Path home;
  private Layout layout;

  @BeforeEach
  void here() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "Ctrl-C is sent with setsid");
    home = room.resolve("home");
    layout = new Layout(room, home);
  }

  @AfterEach
  void leaveNothing() {
    Script.run(home, "down");
  }

  @Test
  void whenAChildDiesAtTheStartTheOthersEndAndItSaysWhich() throws Exception {
    try (Script up = Script.inTerminal(home, UP)) {
      List<ProcessHandle> children = awaitChildren(up, "broker", "postgres", "parley-1");
      child("broker").destroyForcibly();

      Script.Ended ended = up.end();

      assertThat(ended.complaints()).as(ended.output()).hasSize(1);
      assertThat(ended.complaints().get(0))
          .contains("The broker ended unexpectedly (killed by signal 9")
          .contains(layout.log("broker").toString());
      assertThat(ended.status()).isEqualTo(1);
      assertThat(children).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void ctrlCDuringTheStartLeavesNothing() throws Exception {
    try (Script up = Script.inTerminal(home, UP)) {
      List<ProcessHandle> children = awaitChildren(up, "broker", "postgres", "parley-1", "mail");

      up.interrupt();

      assertThat(up.end().output()).contains("Parley has stopped.").doesNotContain("Exception");
      assertThat(children).noneMatch(ProcessHandle::isAlive);
      assertThat(layout.state()).doesNotExist();
    }
  }

  @Test
  void aSystemOutlivesItsLauncherItsEndAndItsDatabase() throws Exception {
    List<ProcessHandle> orphans;
    try (Script killed = Script.inTerminal(home, UP)) {
      orphans = awaitChildren(killed, "broker", "postgres", "chain", "mail", "parley-1");
      state().launcher().orElseThrow().destroyForcibly();
      assertThat(killed.end().complaints())
          .singleElement()
          .asString()
          .contains("the launcher was killed", "./parley down");
    }
    Script.Ended orphaned = Script.run(home, "status");
    assertThat(orphaned.output()).contains("not running, but").contains("./parley down");
    assertThat(orphaned.status()).isEqualTo(3);

    try (Script up = Script.inTerminal(home, UP)) {
      await().atMost(START).until(() -> up.output().contains("Stop it with") || !up.isAlive());
      assertThat(orphans).noneMatch(ProcessHandle::isAlive);
      List<ProcessHandle> children = alive();
      assertThat(children).hasSize(5);

      Script.Ended second = Script.run(home, UP);
      assertThat(second.complaints()).singleElement().asString().contains("already runs");
      assertThat(second.status()).isEqualTo(1);

      Script.Ended status = Script.run(home, "status");
      assertThat(status.output()).contains("Parley is running.").contains("http://localhost:");
      assertThat(status.status()).isZero();
      assertThat(Script.run(home, "logs", "parley-1").output()).contains("PARLEY-1000");
      assertThat(Script.run(home, "logs", "parley-2").complaints()).hasSize(1);
      assertThat(Script.run(home, "reset", "--yes").complaints())
          .singleElement()
          .asString()
          .contains("Parley is running");
      database("CREATE TABLE kept (words text)");

      up.interrupt();

      assertThat(up.end().output()).contains("Parley has stopped.").doesNotContain("Exception");
      assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    Script.Ended detached = Script.run(home, with("--detach"));
    assertThat(detached.output()).contains("Parley is ready").contains("./parley down");
    assertThat(detached.status()).isZero();
    database("SELECT words FROM kept");
    List<ProcessHandle> children = alive();
    assertThat(children).hasSize(5);

    child("postgres").destroyForcibly();

    await().atMost(START).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    await().until(() -> state().launcher().isEmpty());
    assertThat(Files.readString(layout.logs().resolve("launcher.log")))
        .contains("parley: PostgreSQL ended unexpectedly (killed by signal 9")
        .doesNotContain("Exception");

    Script.Ended reset = Script.run(home, "reset", "--yes");
    assertThat(reset.status()).isZero();
    for (String folder : List.of("data", "keys", "logs", "run")) {
      assertThat(home.resolve(folder)).doesNotExist();
    }
  }

  /** Waits until these have been noted, and returns them. */
  private List<ProcessHandle> awaitChildren(Script up, String... names) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> state().children().keySet().containsAll(Set.of(names)) || !up.isAlive());
    assertThat(state().children().keySet()).as(up.output()).contains(names);
    return alive();
  }

  private List<ProcessHandle> alive() {
    List<ProcessHandle> alive = new ArrayList<>();
    state().children().values().forEach(each -> each.alive().ifPresent(alive::add));
    return alive;
  }

  private ProcessHandle child(String name) {
    return state().children().get(name).alive().orElseThrow();
  }

  private RunState state() {
    return RunState.read(layout.state());
  }

  private void database(String sql) throws SQLException, IOException {
    // PostgreSQL notes its port in the fourth line.
    String port = Files.readAllLines(layout.data("postgres").resolve("postmaster.pid")).get(3);
    try (Connection connection =
            DriverManager.getConnection(
                Postgres.url(Integer.parseInt(port)),
                Postgres.user(),
                Secrets.of(layout).password("database"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String[] with(String option) {
    List<String> line = new ArrayList<>(List.of(UP));
    line.add(option);
    return line.toArray(String[]::new);
  }
}
