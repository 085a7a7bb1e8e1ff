package chat.parley.launcher;

import chat.parley.launcher.broker.BrokerMain;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The broker, in a process of its own. */
final class Broker {
  static final String NAME = "broker";
  static final String TITLE = "The broker";
  static final String USER = "parley";

  private final Layout layout;
  private final Secrets secrets;
  private final int port;

  Broker(Layout layout, Secrets secrets, int port) {
    this.layout = layout;
    this.secrets = secrets;
    this.port = port;
  }

  static String url(int port) {
    return "tcp://127.0.0.1:" + port;
  }

  ChildProcess start() {
    List<String> options =
        List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$s [%3$s] %5$s%6$s%n",
            "-Dparley.broker.data=" + layout.data("broker"),
            "-Dparley.broker.host=127.0.0.1",
            "-Dparley.broker.port=" + port);
    return ChildProcess.start(
        NAME,
        TITLE,
        layout.log(NAME),
        layout.run(),
        JavaProgram.ofLauncher(layout, options, BrokerMain.class),
        Map.of(
            BrokerMain.APPLICATION_PASSWORD, secrets.password("broker"),
            BrokerMain.INTEGRATOR_PASSWORD, secrets.password("broker.integrator"),
            BrokerMain.OPERATOR_PASSWORD, secrets.password("broker.operator")));
  }

  void awaitReady(ChildProcess child) {
    Readiness.await(child, () -> Readiness.listens(port), Duration.ofSeconds(60));
  }
}
