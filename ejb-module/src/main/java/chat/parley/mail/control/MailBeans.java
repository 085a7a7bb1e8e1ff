package chat.parley.mail.control;

import chat.parley.mail.MailLog;
import chat.parley.platform.Settings;
import chat.parley.platform.boundary.Resources;
import chat.parley.sealing.Sealer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Chooses how mail leaves. */
@ApplicationScoped
class MailBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource pooled;

  @Produces
  @Singleton
  MailTable mailTable(Sealer sealer) {
    return new MailTable(pooled, new SealedMail(sealer));
  }

  @Produces
  @Singleton
  static MailDesk mailDesk(Config config, Clock clock) {
    MailSettings settings =
        Settings.read(MailSettings.class, key -> config.getOptionalValue(key, String.class));
    if (settings.sender().isEmpty()) {
      MailLog.LOG.mailIsOff();
    }
    return new MailDesk(
        settings.sender(), settings.operatorAddress(), transport(settings, clock), clock);
  }

  private static MailTransport transport(MailSettings settings, Clock clock) {
    return settings.transport().equals("ses")
        ? new SesTransport(
            settings.region(), settings.endpoint(), DefaultCredentialsProvider.builder().build())
        : new SmtpTransport(settings, clock);
  }
}
