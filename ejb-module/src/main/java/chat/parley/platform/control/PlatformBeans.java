package chat.parley.platform.control;

import chat.parley.platform.InstanceId;
import chat.parley.platform.ServerKeys;
import chat.parley.platform.Settings;
import chat.parley.platform.Unpooled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** Hands in time, chance and the outside world. */
@ApplicationScoped
class PlatformBeans {

  @Produces
  @Singleton
  static Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  static SecureRandom random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  static DatabaseSettings databaseSettings(Config config) {
    return Settings.read(DatabaseSettings.class, key -> config.getOptionalValue(key, String.class));
  }

  @Produces
  @Singleton
  @Unpooled
  static DataSource unpooled(DatabaseSettings settings) {
    return new ParleyDataSource(settings);
  }

  @Produces
  @Singleton
  static OutboxRelay outboxRelay(@Unpooled DataSource database, OutboxRelay.Carrier carrier) {
    return new OutboxRelay(database, carrier);
  }

  @Produces
  @Singleton
  static PlatformSettings platformSettings(Config config) {
    return Settings.read(PlatformSettings.class, key -> config.getOptionalValue(key, String.class));
  }

  @Produces
  @Singleton
  static InstanceId instance(PlatformSettings settings, SecureRandom random) {
    return settings.instance().map(InstanceId::new).orElseGet(() -> afterTheHost(random));
  }

  @Produces
  @Singleton
  static ServerKeys keys(PlatformSettings settings) {
    return ServerKeys.load(settings.keystore(), settings.keystorePassword());
  }

  private static InstanceId afterTheHost(SecureRandom random) {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "-");
    } catch (UnknownHostException e) {
      host = "instance";
    }
    String head = host.substring(0, Math.min(host.length(), 80));
    return new InstanceId(head + "-" + Integer.toHexString(random.nextInt()));
  }
}
