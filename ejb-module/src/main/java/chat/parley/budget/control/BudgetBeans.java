package chat.parley.budget.control;

import chat.parley.platform.InstanceId;
import chat.parley.platform.Settings;
import chat.parley.platform.Unpooled;
import chat.parley.platform.boundary.Resources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** What budgets keep one of. */
@ApplicationScoped
class BudgetBeans {

  /** Rows of the installation: instances seldom wait for each other. */
  private static final int SHARDS = 8;

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Produces
  @Singleton
  BudgetTable budgetTable(InstanceId instance) {
    return new BudgetTable(database, shard(instance));
  }

  @Produces
  @Singleton
  @Unpooled
  static BudgetTable budgetTableBeyondPool(@Unpooled DataSource unpooled, InstanceId instance) {
    return new BudgetTable(unpooled, shard(instance));
  }

  private static int shard(InstanceId instance) {
    return Math.floorMod(instance.hashCode(), SHARDS);
  }

  @Produces
  @Singleton
  static BudgetRules budgetRules(Config config) {
    return new BudgetRules(
        Settings.read(BudgetSettings.class, key -> config.getOptionalValue(key, String.class)));
  }

  @Produces
  @Singleton
  static Meters meters(BudgetRules rules, Meters.Books books) {
    return new Meters(rules, books, System::nanoTime);
  }
}
