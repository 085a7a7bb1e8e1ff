package chat.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Twenty devices that change one group at once, half of them at each of two instances: with the
 * encryption of the web app, in a process of Node beside this one. See {@code
 * frontend/e2e/driven/committers.driven.ts}.
 */
public final class Committers implements AutoCloseable {

  /** Twenty devices calculate on as many processors as there are. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final Path folder;

  private Committers(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * Starts them.
   *
   * @param witness is in their conversation, but without a device of the group
   */
  public static Committers start(RunningParley parley, Person witness) {
    Path home = parley.system().layout().home();
    Path folder = home.resolve("committers");
    try {
      Files.createDirectories(folder);
      for (String last : List.of("group", "over", "report")) {
        Files.deleteIfExists(folder.resolve(last));
      }
      ProcessBuilder builder =
          new ProcessBuilder(
                  "node",
                  "node_modules/vitest/vitest.mjs",
                  "run",
                  "--config",
                  "vitest.driven.config.ts",
                  "committers")
              .directory(RunningParley.project().resolve("frontend").toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output").toFile());
      builder.environment().put("NO_COLOR", "1");
      builder.environment().put("PARLEY_HOME", home.toString());
      builder.environment().put("PARLEY_URLS", parley.url(1) + "," + parley.url(2));
      builder.environment().put("PARLEY_WITNESS", witness.id());
      return new Committers(builder.start(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The conversation with the group, once that has begun. */
  public UUID group() {
    await().atMost(PATIENCE).until(() -> isThere("group"));
    return UUID.fromString(read("group"));
  }

  /** Fails when they have ended without being asked to, with what they said. */
  public void requireAtWork() {
    if (!process.isAlive()) {
      throw new AssertionError("The committers have ended:\n" + read("output"));
    }
  }

  /**
   * Lets them stop and compare what they have.
   *
   * @return what they were promised
   */
  public JsonNode end() {
    try {
      Files.createFile(folder.resolve("over"));
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError("The committers do not agree:\n" + read("output"));
      }
      return RestClient.JSON.readTree(read("report"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean isThere(String file) {
    requireAtWork();
    return Files.exists(folder.resolve(file));
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves nothing behind of a test that failed. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
