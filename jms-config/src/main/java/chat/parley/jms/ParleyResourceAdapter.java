package chat.parley.jms;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnector;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The resource adapter of Artemis, told where the broker is by {@code parley.broker.url}, {@code
 * parley.broker.user} and {@code parley.broker.password}: system properties, or the environment in
 * upper case with underscores. One archive so serves every server and every deployment.
 */
public class ParleyResourceAdapter extends ActiveMQResourceAdapter {
  private static final long serialVersionUID = 1L;

  private static final String URL = "parley.broker.url";
  private static final String USER = "parley.broker.user";
  private static final String PASSWORD = "parley.broker.password";
  private static final String DEFAULT_URL = "tcp://127.0.0.1:15616";
  private static final String DEFAULT_USER = "parley";

  /** How Artemis names the threads that serve its connections. */
  private static final String THREADS = "(activemq-client-remoting)";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Override
  public void start(BootstrapContext context) throws ResourceAdapterInternalException {
    try {
      configure(System::getProperty, System::getenv);
    } catch (IllegalArgumentException refused) {
      throw new ResourceAdapterInternalException(refused.getMessage(), refused);
    }
    super.start(context);
  }

  /**
   * Ends the threads of the connections too. Artemis leaves that for later, when the server has
   * closed the loader of their classes: they would then die with an error instead of in peace.
   */
  @Override
  public void stop() {
    super.stop();
    NettyConnector.clearThreadPools();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Thread.getAllStackTraces().keySet().stream()
        .filter(ParleyResourceAdapter::isOurs)
        .forEach(each -> join(each, deadline));
  }

  private static boolean isOurs(Thread thread) {
    return thread.getName().endsWith(THREADS)
        && thread.getContextClassLoader() == NettyConnector.class.getClassLoader();
  }

  private static void join(Thread thread, long deadline) {
    try {
      thread.join(Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void configure(UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> env) {
    BrokerUrl url =
        BrokerUrl.parse(Objects.requireNonNullElse(setting(URL, properties, env), DEFAULT_URL));
    String password = setting(PASSWORD, properties, env);
    if (password == null) {
      throw new IllegalArgumentException(
          "The broker's password is missing: set parley.broker.password (PARLEY_BROKER_PASSWORD).");
    }
    setConnectorClassName(url.connectorClassNames());
    setConnectionParameters(url.connectionParameters());
    setUserName(Objects.requireNonNullElse(setting(USER, properties, env), DEFAULT_USER));
    setPassword(password);
  }

  private static @Nullable String setting(
      String name,
      UnaryOperator<@Nullable String> properties,
      UnaryOperator<@Nullable String> env) {
    String value = properties.apply(name);
    if (value == null) {
      value = env.apply(name.toUpperCase(Locale.ROOT).replace('.', '_'));
    }
    return value == null || value.isBlank() ? null : value;
  }
}
