package chat.parley.notification.control;

import chat.parley.identity.PublicOrigins;
import chat.parley.notification.NotificationLog;
import chat.parley.platform.ServerKeys;
import chat.parley.platform.Settings;
import chat.parley.platform.boundary.Outbox;
import chat.parley.platform.boundary.Resources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** Puts web push together. */
@ApplicationScoped
class NotificationBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource pooled;

  @Produces
  @Singleton
  NotificationTables notificationTables() {
    return new NotificationTables(pooled);
  }

  @Produces
  @Singleton
  SubscriptionTable subscriptionTable() {
    return new SubscriptionTable(pooled);
  }

  @Produces
  @Singleton
  static PushJobs pushJobs(Outbox outbox) {
    return new PushJobs(outbox);
  }

  @Produces
  @Singleton
  static PushCenter pushCenter(ServerKeys keys, Config config, PublicOrigins origins, Clock clock) {
    PushSettings settings =
        Settings.read(PushSettings.class, key -> config.getOptionalValue(key, String.class));
    PushServices services = new PushServices(settings.trusted());
    String contact = settings.contact().orElse(origins.list().get(0));
    Optional<WebPush> push = keys.webPush().map(key -> new WebPush(key, contact, services));
    if (push.isEmpty()) {
      NotificationLog.LOG.pushIsOff();
    }
    return new PushCenter(push, services, new RestingServices(clock));
  }
}
