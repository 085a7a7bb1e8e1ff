package chat.parley.backup.control;

import chat.parley.platform.boundary.Resources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Puts the tables of recovery and backup together. */
@ApplicationScoped
class BackupBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Produces
  @Singleton
  AccountKeyTable accountKeyTable() {
    return new AccountKeyTable(database);
  }

  @Produces
  @Singleton
  BackupTable backupTable() {
    return new BackupTable(database);
  }
}
