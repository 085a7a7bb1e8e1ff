package chat.parley.trust.control;

import chat.parley.platform.Settings;
import chat.parley.platform.Unpooled;
import chat.parley.platform.boundary.Resources;
import chat.parley.sealing.Sealer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** Puts statements and the log of keys together. */
@ApplicationScoped
class TrustBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Produces
  @Singleton
  StatementTable statementTable() {
    return new StatementTable(database);
  }

  @Produces
  @Singleton
  KeyLogTable keyLogTable() {
    return new KeyLogTable(database);
  }

  @Produces
  @Singleton
  static CheckpointKeys checkpointKeys(
      @Unpooled DataSource unpooled, Sealer sealer, SecureRandom random, Config config) {
    return new CheckpointKeys(
        unpooled,
        sealer,
        random,
        Settings.read(TrustSettings.class, key -> config.getOptionalValue(key, String.class)));
  }
}
