package chat.parley.launcher.broker;

import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.jspecify.annotations.Nullable;

/**
 * Runs the broker as {@code artemis/broker.xml} describes it, until the process is told to end.
 * Three users, one for each role; the application's is {@code parley}.
 */
public final class BrokerMain {
  public static final String APPLICATION_PASSWORD = "PARLEY_BROKER_PASSWORD";
  public static final String INTEGRATOR_PASSWORD = "PARLEY_BROKER_INTEGRATOR_PASSWORD";
  public static final String OPERATOR_PASSWORD = "PARLEY_BROKER_OPERATOR_PASSWORD";

  private static final Logger LOG = Logger.getLogger(BrokerMain.class.getName());

  /** Held so that its level stays: the log manager keeps loggers weakly. */
  private static final Logger AUDIT = Logger.getLogger("org.apache.activemq.audit");

  private BrokerMain() {}

  public static void main(String[] args) throws Exception {
    AUDIT.setLevel(Level.OFF);
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfigResourcePath("artemis/broker.xml");
    broker.setSecurityManager(
        new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users(System::getenv)));
    broker.start();
    CountDownLatch told = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    broker.stop();
                  } catch (Exception failed) {
                    LOG.log(Level.WARNING, "The broker did not stop cleanly", failed);
                  }
                  told.countDown();
                },
                "stop"));
    LOG.info("The broker is ready");
    told.await();
  }

  private static SecurityConfiguration users(UnaryOperator<@Nullable String> environment) {
    SecurityConfiguration users = new SecurityConfiguration();
    add(users, "parley", "application", environment.apply(APPLICATION_PASSWORD));
    add(users, "integrator", "integrator", environment.apply(INTEGRATOR_PASSWORD));
    add(users, "operator", "operator", environment.apply(OPERATOR_PASSWORD));
    return users;
  }

  private static void add(
      SecurityConfiguration users, String user, String role, @Nullable String password) {
    if (password == null || password.isBlank()) {
      throw new IllegalStateException("The password of the broker's user " + user + " is missing");
    }
    users.addUser(user, password);
    users.addRole(user, role);
  }
}
