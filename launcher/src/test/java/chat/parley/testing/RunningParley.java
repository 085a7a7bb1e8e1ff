package chat.parley.testing;

import chat.parley.identity.OidcPeer;
import chat.parley.launcher.ParleySystem;
import chat.parley.launcher.Ports;
import jakarta.jms.JMSException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A whole Parley with two instances, started once for all tests of a JVM and stopped at its end.
 * Tests share it, so each makes people of its own, and one that stops an instance starts it again.
 *
 * <pre>{@code
 * @ExtendWith(RunningParley.Extension.class)
 * class SomethingIT {
 *   @Test
 *   void works(RunningParley parley) { ... }
 * }
 * }</pre>
 */
public final class RunningParley implements AutoCloseable {
  /** How many instances run. */
  public static final int INSTANCES = 2;

  /** The optimising compiler costs a functional test more than it gives. */
  private static final List<String> FUNCTIONAL_TEST_JVM =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** The address of a proxy in front, which does not exist. */
  public static final String PROXIED = "https://chat.example.org";

  /** The issuer whose verified addresses are believed. */
  public static final String KEYCLOAK = "keycloak";

  /** The issuer whose verified addresses are not believed. */
  public static final String COGNITO = "cognito";

  /** An issuer that never answers. */
  public static final String AWAY = "away";

  private final ParleySystem system;
  private final PushService pushService;
  private final Map<String, OidcPeer> issuers;
  private final List<ActiveMQConnectionFactory> brokers = new CopyOnWriteArrayList<>();

  private RunningParley(
      ParleySystem system, PushService pushService, Map<String, OidcPeer> issuers) {
    this.system = system;
    this.pushService = pushService;
    this.issuers = Map.copyOf(issuers);
  }

  /** The root of the project. */
  public static Path project() {
    return Path.of(System.getProperty("parley.project", "..")).toAbsolutePath().normalize();
  }

  private static RunningParley start(String folder) {
    return start(project().resolve("launcher/target").resolve(folder), List.of());
  }

  /**
   * Starts a system of one's own. The caller closes it.
   *
   * @param home where its data, keys and logs lie
   * @param moreJvmOptions for the instances, beside the usual ones
   */
  public static RunningParley start(Path home, List<String> moreJvmOptions) {
    PushService pushService = new PushService();
    List<String> jvmOptions = new ArrayList<>(FUNCTIONAL_TEST_JVM);
    jvmOptions.addAll(moreJvmOptions);
    // It stands inside, which no other may.
    jvmOptions.add("-Dparley.push.internal-services=" + pushService.origin());
    Map<String, OidcPeer> issuers =
        Map.of(
            KEYCLOAK,
            OidcPeer.listening(OidcPeer.Shape.KEYCLOAK),
            COGNITO,
            OidcPeer.listening(OidcPeer.Shape.COGNITO));
    jvmOptions.add("-Dparley.oidc.issuers=" + KEYCLOAK + "," + COGNITO + "," + AWAY);
    issuers.forEach(
        (name, issuer) -> {
          jvmOptions.add("-Dparley.oidc." + name + ".issuer=" + issuer.issuer());
          jvmOptions.add("-Dparley.oidc." + name + ".secret=" + OidcPeer.SECRET);
          jvmOptions.add("-Dparley.oidc." + name + ".client=" + OidcPeer.CLIENT);
        });
    jvmOptions.add("-Dparley.oidc." + KEYCLOAK + ".email-believed=true");
    jvmOptions.add("-Dparley.oidc." + KEYCLOAK + ".label=Company ID");
    // Nobody listens there.
    jvmOptions.add("-Dparley.oidc." + AWAY + ".issuer=http://localhost:1");
    jvmOptions.add("-Dparley.oidc." + AWAY + ".client=" + OidcPeer.CLIENT);
    Ports ports = Ports.free(INSTANCES).withTls();
    // People also come by a name behind a proxy that speaks TLS.
    jvmOptions.add(
        "-Dparley.public.origins="
            + ports.web().stream()
                .map(port -> "http://localhost:" + port + ",")
                .collect(Collectors.joining())
            + ports.tls().stream()
                .map(port -> "https://localhost:" + port + ",")
                .collect(Collectors.joining())
            + PROXIED);
    return new RunningParley(
        ParleySystem.of(project()).home(home).ports(ports).jvmOptions(jvmOptions).start(),
        pushService,
        issuers);
  }

  /** The push service that this system may call although it stands inside. */
  public PushService pushService() {
    return pushService;
  }

  /** An issuer that people may sign in with, by its name. */
  public OidcPeer issuer(String name) {
    OidcPeer issuer = issuers.get(name);
    if (issuer == null) {
      throw new IllegalArgumentException("No issuer " + name);
    }
    return issuer;
  }

  /** What the mail catcher of this system has caught. */
  public MailBox mailBox() {
    return new MailBox(system.mailPage());
  }

  /** The launcher's view, for what has no shorter name here. */
  public ParleySystem system() {
    return system;
  }

  /**
   * The address of an instance.
   *
   * @param instance from 1
   */
  public URI url(int instance) {
    return system.urls().get(instance - 1);
  }

  /**
   * The same, where it speaks TLS itself.
   *
   * @param instance from 1
   */
  public URI tls(int instance) {
    return system.tlsUrls().get(instance - 1);
  }

  /** An anonymous client of an instance, from 1. */
  public RestClient rest(int instance) {
    return RestClient.of(url(instance));
  }

  /** A new person with a random name, signed in at an instance. */
  public Person newPerson(int instance) {
    return Person.register(rest(instance));
  }

  /** A connection to the database as the application's user. The caller closes it. */
  public Connection database() {
    try {
      return DriverManager.getConnection(
          system.databaseUrl(), "parley", system.secrets().password("database"));
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** A connection to the broker as one of: parley, integrator, operator; closed with the system. */
  public jakarta.jms.Connection broker(String user) {
    String secret = user.equals("parley") ? "broker" : "broker." + user;
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(system.brokerUrl());
    // It ends its connections when it is closed.
    brokers.add(factory);
    try {
      return factory.createConnection(user, system.secrets().password(secret));
    } catch (JMSException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** The heap of an instance as it is now. */
  public JavaHeap heap(int instance) {
    return JavaHeap.of(system.process("parley-" + instance).pid());
  }

  /** The heap of an instance after what nobody refers to was collected. */
  public JavaHeap heapOfLiveObjects(int instance) {
    return JavaHeap.ofLiveObjects(system.process("parley-" + instance).pid());
  }

  /** Ends an instance as an operator would. */
  public void stop(int instance) {
    system.stopInstance(instance);
  }

  /** Ends an instance without warning. */
  public void kill(int instance) {
    system.killInstance(instance);
  }

  /** Starts an instance again and waits until it answers. */
  public void start(int instance) {
    system.startInstance(instance);
  }

  @Override
  public void close() {
    brokers.forEach(ActiveMQConnectionFactory::close);
    system.close();
    pushService.close();
    issuers.values().forEach(OidcPeer::close);
  }

  /** Ends the broker without warning. */
  public void killBroker() {
    system.killBroker();
  }

  /** Starts the broker again and waits until it answers. */
  public void startBroker() {
    system.startBroker();
  }

  /** Ends the mail catcher without warning, with all it has caught. */
  public void killMail() {
    system.killMail();
  }

  /** Starts the mail catcher again and waits until it answers. */
  public void startMail() {
    system.startMail();
  }

  /** The development chain of this system. */
  public DevChain chain() {
    return new DevChain(URI.create(system.chainUrl()));
  }

  /** Ends the development chain without warning. */
  public void killChain() {
    system.killChain();
  }

  /** Starts the development chain again and waits until it answers. */
  public void startChain() {
    system.startChain();
  }

  /** Ends the database without warning. */
  public void killDatabase() {
    system.killDatabase();
  }

  /** Starts the database again and waits until it answers. */
  public void startDatabase() {
    system.startDatabase();
  }

  /** Hands the running system to tests. */
  public static final class Extension implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
        ExtensionContext.Namespace.create(RunningParley.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunningParley.class;
    }

    @Override
    public RunningParley resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(NAMESPACE)
          .getOrComputeIfAbsent(
              RunningParley.class, ignored -> RunningParley.start("system"), RunningParley.class);
    }
  }

  /**
   * Hands the tests of one class a system of their own, which ends with the class: for those that
   * break things, whose logs are not the ones of a healthy run.
   */
  public static final class OfItsOwn implements ParameterResolver, AfterAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
        ExtensionContext.Namespace.create(OfItsOwn.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunningParley.class;
    }

    @Override
    public RunningParley resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Class<?> test = context.getRequiredTestClass();
      return store(context)
          .getOrComputeIfAbsent(
              test,
              ignored -> RunningParley.start(test.getSimpleName().toLowerCase(Locale.ROOT)),
              RunningParley.class);
    }

    @Override
    public void afterAll(ExtensionContext context) {
      RunningParley own =
          store(context).remove(context.getRequiredTestClass(), RunningParley.class);
      if (own != null) {
        own.close();
      }
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
      return context.getRoot().getStore(NAMESPACE);
    }
  }
}
