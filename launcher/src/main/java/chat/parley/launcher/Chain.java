package chat.parley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An Ethereum chain for development: anvil, whose state lasts over a restart. */
final class Chain {
  static final String NAME = "chain";
  static final String TITLE = "The development chain";
  static final int ID = 31337;

  private final Layout layout;
  private final int port;

  Chain(Layout layout, int port) {
    this.layout = layout;
    this.port = port;
  }

  ChildProcess start() {
    Path binary =
        layout
            .project()
            .resolve("launcher/node_modules/@foundry-rs")
            .resolve(Platform.current().anvilPackage())
            .resolve("bin/anvil");
    if (!Files.isExecutable(binary)) {
      throw new LaunchFailure(
          "The development chain is missing (%s): run npm install in the folder launcher."
              .formatted(binary));
    }
    Path data = layout.data("chain");
    try {
      Files.createDirectories(data);
    } catch (IOException refused) {
      throw new LaunchFailure("The folder " + data + " can't be made.", refused);
    }
    return ChildProcess.start(
        NAME,
        TITLE,
        layout.log(NAME),
        data,
        List.of(
            binary.toString(),
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--chain-id",
            Integer.toString(ID),
            "--state",
            data.resolve("state.json").toString(),
            "--state-interval",
            "30"),
        Map.of("NO_COLOR", "1"));
  }

  void awaitReady(ChildProcess child) {
    Readiness.await(child, () -> Readiness.listens(port), Duration.ofSeconds(30));
  }
}
