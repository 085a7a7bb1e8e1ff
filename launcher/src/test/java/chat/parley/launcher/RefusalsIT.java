package chat.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a command is said in one sentence, and nothing is started. */
class RefusalsIT {
  @TempDir private Path room;

  @Test
  void aPortInUseIsNamedWithItsUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, Loopback.ADDRESS)) {
      int port = taken.getLocalPort();
      Script.Ended up = up("--port-base", Integer.toString(port));

      assertRefused(up, "Port " + port + " for the web app is in use by another program");
    }
  }

  @Test
  void aFullDiskIsNamedWithWhatIsNeeded() throws Exception {
    Path small = Files.createDirectory(room.resolve("small"));
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", small.toString()),
        "a small disk can only be mounted by root");
    try {
      Script.Ended up = Script.run(small, "up", "--no-build", "--free-ports");

      assertRefused(up, "The disk is full: 6", "MB are free at " + small, "Parley needs 1024 MB");
    } finally {
      succeeds("umount", small.toString());
    }
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws IOException {
    Path file = Files.createFile(room.resolve("file"));

    assertRefused(Script.run(file, "up", "--no-build"), "the folder " + file + " can't be made");
  }

  @Test
  void whatIsMissingIsSaidWithWhereToGetIt() throws IOException {
    tool("javac", "echo javac 11.0.1");
    assertRefused(upWithTools(), "a JDK 17 or newer is needed");

    tool("javac", "echo javac 17.0.1");
    assertRefused(upWithTools(), "Maven 3.8 or newer is needed");

    tool("mvn", "echo Apache Maven 3.6.3");
    assertRefused(upWithTools(), "Maven 3.8 or newer is needed");

    tool("mvn", "echo Apache Maven 3.9.9");
    tool("node", "echo v18.20.4");
    assertRefused(upWithTools(), "Node.js 20 or newer is needed", "v18.20.4");

    tool("node", "echo v22.0.0");
    assertRefused(upWithTools(), "npm is needed");
  }

  @Test
  void anOptionOrACommandNobodyKnowsIsNamed() {
    assertRefused(up("--instance", "2"), "--instance");
    assertRefused(up("--instances", "9"), "from 1 to 8");
    assertRefused(up("--instances", "two"), "needs a number, not two");
    assertRefused(Script.run(home(), "logs", "--all"), "--all");
    assertRefused(Script.run(home(), "reset", "--now"), "--now");
    assertRefused(Script.run(home(), "start"), "start");
  }

  @Test
  void whereNothingRunsTheOtherCommandsSaySo() {
    Script.Ended status = Script.run(home(), "status");
    assertThat(status.output().strip()).isEqualTo("Parley is not running.");
    assertThat(status.status()).isEqualTo(3);

    Script.Ended down = Script.run(home(), "down");
    assertThat(down.output().strip()).isEqualTo("Parley is not running.");
    assertThat(down.status()).isZero();

    assertRefused(Script.run(home(), "logs"), "there are no logs yet");
    assertRefused(Script.run(home(), "reset"), "nothing was deleted");
  }

  private Path home() {
    return room.resolve("home");
  }

  private Script.Ended up(String... options) {
    String[] line = Arrays.copyOf(new String[] {"up", "--no-build"}, 2 + options.length);
    System.arraycopy(options, 0, line, 2, options.length);
    return Script.run(home(), line);
  }

  private void assertRefused(Script.Ended command, String... words) {
    assertThat(command.complaints())
        .as(command.output())
        .singleElement()
        .asString()
        .contains(words);
    assertThat(command.output()).doesNotContain("Exception", "\tat ");
    assertThat(command.status()).isEqualTo(1);
    assertThat(home().resolve("run/state")).doesNotExist();
  }

  /** With the tools of this folder only: not even a package manager is there. */
  private Script.Ended upWithTools() throws IOException {
    for (String tool : List.of("bash", "dirname", "id", "mkdir", "env")) {
      Path link = tools().resolve(tool);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, whereIs(tool));
      }
    }
    return Script.run(Map.of("PATH", tools().toString()), home(), "up");
  }

  private void tool(String name, String line) throws IOException {
    Path file = tools().resolve(name);
    Files.writeString(file, "#!" + whereIs("bash") + "\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path tools() throws IOException {
    return Files.createDirectories(room.resolve("tools"));
  }

  private static Path whereIs(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
