package chat.parley.platform.control;

import chat.parley.platform.InstanceId;
import chat.parley.platform.PlatformLog;
import chat.parley.platform.ServerKeys;
import chat.parley.platform.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** Settings, keys, schema: what an instance makes sure of before it serves anybody. */
@Dependent
public class StartSequence {

  private final Config config;
  private final Instance<InstanceId> instance;
  private final Instance<ServerKeys> keys;
  private final Instance<DatabaseSettings> settings;

  @Inject
  StartSequence(
      Config config,
      Instance<InstanceId> instance,
      Instance<ServerKeys> keys,
      Instance<DatabaseSettings> settings) {
    this.config = config;
    this.instance = instance;
    this.keys = keys;
    this.settings = settings;
  }

  /**
   * Runs it.
   *
   * @throws IllegalStateException one sentence for the operator
   */
  public void run() {
    PlatformLog.LOG.starting(instance.get());
    for (String key : Settings.keys()) {
      String value = config.getOptionalValue(key, String.class).orElse("");
      PlatformLog.LOG.setting(key, Settings.isSecret(key) && !value.isEmpty() ? "(secret)" : value);
    }
    // Made now, so that a missing key stops the start and not the first sign-in.
    keys.get();
    DatabaseSettings database = settings.get();
    SchemaMigration migration =
        new SchemaMigration(new ParleyDataSource(database).forMigration(), database.startWait());
    migration.migrate();
    migration.requireDurability();
    migration.loadArrays();
  }
}
