package chat.parley.keys.control;

import chat.parley.platform.boundary.Resources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Puts the tables of keys and groups together. */
@ApplicationScoped
class KeysBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Produces
  @Singleton
  DeviceKeyTable deviceKeyTable() {
    return new DeviceKeyTable(database);
  }

  @Produces
  @Singleton
  KeyPackageTable keyPackageTable() {
    return new KeyPackageTable(database);
  }

  @Produces
  @Singleton
  GroupTable groupTable() {
    return new GroupTable(database);
  }
}
