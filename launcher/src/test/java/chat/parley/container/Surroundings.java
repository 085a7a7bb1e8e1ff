package chat.parley.container;

import chat.parley.launcher.ParleySystem;
import chat.parley.launcher.Ports;
import chat.parley.testing.RunningParley;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;
import org.jspecify.annotations.Nullable;

/**
 * Starts what the application leans on before Arquillian starts its server, and tells the server
 * where it is. On the outer side only: inside the server there is no such extension.
 */
public final class Surroundings implements LoadableExtension {

  /** Half the time of a start; nothing here is measured. */
  private static final List<String> FAST =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Lifecycle.class);
  }

  /** Arquillian makes one, and keeps it. */
  public static final class Lifecycle {
    private @Nullable ParleySystem system;
    private Set<ProcessHandle> ours = Set.of();

    /** Before Arquillian reads the options of its server. */
    void start(@Observes(precedence = 100) BeforeSuite event) throws IOException, SQLException {
      Path home = RunningParley.project().resolve("launcher/target/container");
      ParleySystem started =
          ParleySystem.of(RunningParley.project())
              .home(home)
              .ports(Ports.free(1))
              .withoutInstances()
              .start();
      system = started;
      empty(started);
      ours = ProcessHandle.current().children().collect(Collectors.toSet());
      Path deployments = RunningParley.project().resolve("launcher/target/deploy");
      System.setProperty("payara.microJar", deployments.resolve("payara-micro.jar").toString());
      // In a file, since Arquillian cuts options at their spaces and prints them.
      System.setProperty("payara.cmdOptions", "@" + escaped(options(home, started)));
      System.setProperty(
          "payara.extraMicroOptions",
          String.join(
              " ",
              "--port",
              started.ports().web().get(0).toString(),
              "--rootdir",
              escaped(freshRoot(home)),
              "--contextroot /",
              "--prebootcommandfile",
              escaped(preboot(home)),
              "--logproperties",
              escaped(logging(home)),
              "--postbootcommandfile",
              escaped(adapter(home, deployments.resolve("parley-jms.rar")))));
    }

    /** Arquillian does not wait for the end of its server; the others must outlive it. */
    void stop(@Observes AfterSuite event) throws Exception {
      ParleySystem started = system;
      if (started == null) {
        return;
      }
      try (started) {
        for (ProcessHandle server :
            ProcessHandle.current().children().filter(each -> !ours.contains(each)).toList()) {
          server.onExit().get(60, TimeUnit.SECONDS);
        }
      }
    }

    /** As on the first day, so that the application must make its tables. */
    private static void empty(ParleySystem system) throws SQLException {
      try (Connection connection =
              DriverManager.getConnection(
                  system.databaseUrl(), "parley", system.secrets().password("database"));
          Statement statement = connection.createStatement()) {
        statement.execute("DROP SCHEMA public CASCADE");
        statement.execute("CREATE SCHEMA public");
      }
    }

    /** A server that finds the applications of an earlier run would not take them again. */
    private static Path freshRoot(Path home) throws IOException {
      Path root = home.resolve("run/server");
      if (Files.exists(root)) {
        try (Stream<Path> tree = Files.walk(root)) {
          for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
          }
        }
      }
      return root;
    }

    private static Path options(Path home, ParleySystem system) throws IOException {
      List<String> lines = new ArrayList<>(FAST);
      system
          .settings(1)
          .forEach(
              (name, value) ->
                  lines.add(
                      "\"-D%s=%s\""
                          .formatted(
                              name.toLowerCase(Locale.ROOT).replace('_', '.'),
                              value.replace("\\", "\\\\"))));
      return Files.write(home.resolve("run/jvm.options"), lines);
    }

    private static Path preboot(Path home) throws IOException {
      Path file = home.resolve("run/preboot.txt");
      Files.deleteIfExists(file);
      try (InputStream in = resource("/payara-preboot.txt")) {
        Files.copy(in, file);
      }
      return file;
    }

    /** After the boot comes before the archives, and the application needs its adapter. */
    private static Path adapter(Path home, Path archive) throws IOException {
      return Files.writeString(home.resolve("run/postboot.txt"), "deploy " + archive + "\n");
    }

    /** As the launcher's, and into a file too: Arquillian reads the console only for a while. */
    private static Path logging(Path home) throws IOException {
      Properties lines = new Properties();
      try (InputStream in = resource("/payara-logging.properties")) {
        lines.load(in);
      }
      String file = "java.util.logging.FileHandler";
      lines.setProperty("handlers", lines.getProperty("handlers") + "," + file);
      lines.setProperty(file + ".formatter", "java.util.logging.SimpleFormatter");
      lines.setProperty(file + ".pattern", home.resolve("logs/parley.log").toString());
      Path path = home.resolve("run/logging.properties");
      try (Writer out = Files.newBufferedWriter(path)) {
        lines.store(out, null);
      }
      return path;
    }

    private static InputStream resource(String name) {
      return Objects.requireNonNull(ParleySystem.class.getResourceAsStream(name), name);
    }

    private static String escaped(Path path) {
      return path.toString().replace(" ", "\\ ");
    }
  }
}
