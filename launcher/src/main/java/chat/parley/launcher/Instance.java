package chat.parley.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One application server with the resource adapter and the WAR. */
final class Instance {
  private static final String SERVER_IS_UP = ") ready in ";
  private static final String NOT_LOADED = "Exception while loading the app";

  /** What comes before an application is loaded, such as a database that is away. */
  private static final String NOT_PREPARED = "SEVERE [javax.enterprise.system.core] Exception [";

  private final Layout layout;
  private final Secrets secrets;
  private final Ports ports;
  private final List<String> jvmOptions;
  private final boolean learning;
  private final int number;

  /** Where in the log this run begins: an instance that was stopped goes on in the same file. */
  private volatile long logBegin;

  /**
   * @param number from 1
   * @param learning whether this run writes the archive of classes when there is none
   */
  Instance(
      Layout layout,
      Secrets secrets,
      Ports ports,
      List<String> jvmOptions,
      boolean learning,
      int number) {
    this.layout = layout;
    this.secrets = secrets;
    this.ports = ports;
    this.jvmOptions = List.copyOf(jvmOptions);
    this.learning = learning;
    this.number = number;
  }

  static String name(int number) {
    return "parley-" + number;
  }

  String title() {
    return "Parley instance " + number;
  }

  int port() {
    return ports.web().get(number - 1);
  }

  ChildProcess start() {
    PayaraHome payara = PayaraHome.of(layout);
    String name = name(number);
    Path root = payara.freshInstanceRoot(name);
    Path preboot = root.resolve("preboot.txt");
    Path logging = root.resolve("logging.properties");
    try {
      copyResource("payara-preboot.txt", preboot);
      copyResource("payara-logging.properties", logging);
    } catch (IOException failed) {
      throw new LaunchFailure("The folder " + root + " can't be written.", failed);
    }
    List<String> options = new ArrayList<>(jvmOptions);
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.addAll(classArchiveOptions(payara));
    List<String> command = payara.command(options);
    command.addAll(
        List.of(
            "--rootdir",
            root.toString(),
            "--nocluster",
            "--port",
            Integer.toString(port()),
            "--contextroot",
            "/",
            "--prebootcommandfile",
            preboot.toString(),
            "--logproperties",
            logging.toString(),
            "--deploy",
            layout.deployment("parley-jms.rar").toString(),
            "--deploy",
            layout.deployment("parley.war").toString()));
    if (!ports.tls().isEmpty()) {
      command.addAll(List.of("--sslPort", Integer.toString(ports.tls().get(number - 1))));
    }
    Path log = layout.log(name);
    logBegin = log.toFile().length();
    return ChildProcess.start(name, title(), log, root, command, environment());
  }

  private List<String> classArchiveOptions(PayaraHome payara) {
    Path archive = payara.classArchive();
    if (Files.exists(archive)) {
      return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }
    return learning
        ? List.of(
            "-XX:ArchiveClassesAtExit=" + learned(archive),
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-Xlog:class+path=off")
        : List.of();
  }

  /** After a clean end: the archive, whole, takes its place. */
  void keepWhatWasLearned() {
    if (!learning) {
      return;
    }
    Path archive = PayaraHome.of(layout).classArchive();
    Path learned = learned(archive);
    try {
      if (Files.exists(learned)) {
        Files.move(learned, archive, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException refused) {
      throw new LaunchFailure("The class archive " + archive + " can't be kept.", refused);
    }
  }

  private static Path learned(Path archive) {
    return archive.resolveSibling(archive.getFileName() + ".new");
  }

  /** Everything the product must know; the passwords too, since others can read a command line. */
  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PARLEY_INSTANCE", name(number));
    environment.put("PARLEY_DATABASE_URL", Postgres.url(ports.database()));
    environment.put("PARLEY_DATABASE_USER", Postgres.user());
    environment.put("PARLEY_DATABASE_PASSWORD", secrets.password("database"));
    environment.put("PARLEY_BROKER_URL", Broker.url(ports.broker()));
    environment.put("PARLEY_BROKER_USER", Broker.USER);
    environment.put("PARLEY_BROKER_PASSWORD", secrets.password("broker"));
    environment.put("PARLEY_KEYSTORE_PATH", secrets.keystore().toString());
    environment.put("PARLEY_KEYSTORE_PASSWORD", secrets.password("keystore"));
    environment.put("PARLEY_CHAIN_IDS", Integer.toString(Chain.ID));
    environment.put("PARLEY_CHAIN_NODES", Chain.ID + "=http://127.0.0.1:" + ports.chain());
    environment.put("PARLEY_CHAIN_NAMES", Integer.toString(Chain.ID));
    environment.put("PARLEY_CHAINS", Chain.NAME_OF_CHAIN);
    Chain.settings(ports.chain())
        .forEach((key, value) -> environment.put("PARLEY_CHAINS_DEV_" + key, value));
    environment.put("PARLEY_MAIL_FROM", "parley@example.org");
    environment.put("PARLEY_MAIL_SMTP_PORT", Integer.toString(ports.smtp()));
    // The mail catcher stands on this machine and has no certificate.
    environment.put("PARLEY_MAIL_SMTP_SECURITY", "none");
    environment.put("PARLEY_MEDIA_PATH", layout.data("media").toString());
    // Everybody here comes from this machine.
    environment.put("PARLEY_GATEWAYS", "127.0.0.1,::1,0:0:0:0:0:0:0:1");
    environment.put(
        "PARLEY_PUBLIC_ORIGINS",
        Stream.concat(
                ports.web().stream().map(port -> "http://localhost:" + port),
                ports.tls().stream().map(port -> "https://localhost:" + port))
            .collect(Collectors.joining(",")));
    return environment;
  }

  void awaitReady(ChildProcess child) {
    Readiness.await(
        child,
        () -> {
          // Deployment comes before this line: what is missing then stays missing.
          if (!logSays(SERVER_IS_UP)) {
            return false;
          }
          boolean healthy = isHealthy();
          if (!healthy && (logSays(NOT_LOADED) || logSays(NOT_PREPARED))) {
            throw new LaunchFailure(
                "%s could not start the application (%s); its log is %s."
                    .formatted(title(), refusal(), layout.log(name(number))));
          }
          return healthy;
        },
        Duration.ofMinutes(6));
  }

  /** What {@code /health/ready} says; a server without our application is up too, and not ready. */
  private boolean isHealthy() {
    try {
      HttpURLConnection request =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:%d/health/ready".formatted(port()))
                  .toURL()
                  .openConnection();
      request.setConnectTimeout(500);
      request.setReadTimeout(10_000);
      try {
        if (request.getResponseCode() != 200) {
          return false;
        }
        String answer = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return answer.contains("\"database\"");
      } finally {
        request.disconnect();
      }
    } catch (IOException notYet) {
      return false;
    }
  }

  private boolean logSays(String words) {
    try (FileChannel log = FileChannel.open(layout.log(name(number)))) {
      log.position(logBegin);
      String said = new String(Channels.newInputStream(log).readAllBytes(), StandardCharsets.UTF_8);
      return said.contains(words);
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Why the server refused the application, in the most telling line of its log. */
  private String refusal() {
    List<Pattern> telling =
        List.of(
            Pattern.compile("^.*Exception: (WELD-.*)"),
            Pattern.compile("^Caused by: (.*)"),
            Pattern.compile("^.*" + NOT_LOADED + " : (.*)"));
    for (Pattern pattern : telling) {
      try (Stream<String> lines = Files.lines(layout.log(name(number)))) {
        Optional<String> last =
            lines
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .reduce((earlier, later) -> later);
        if (last.isPresent()) {
          return ChildProcess.shortened(last.get());
        }
      } catch (IOException unreadable) {
        return "its log can't be read";
      }
    }
    return "no cause given";
  }

  private static void copyResource(String name, Path to) throws IOException {
    try (var in = Instance.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IOException(name + " is missing");
      }
      Files.copy(in, to);
    }
  }
}
