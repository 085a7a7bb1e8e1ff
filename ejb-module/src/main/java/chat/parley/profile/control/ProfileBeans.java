package chat.parley.profile.control;

import chat.parley.platform.boundary.Resources;
import chat.parley.sealing.PersonalSealer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Puts the tables of profiles and interests together, and the quota of those who look. */
@ApplicationScoped
class ProfileBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Produces
  @Singleton
  ProfileTable profileTable(PersonalSealer sealer) {
    return new ProfileTable(database, sealer);
  }

  @Produces
  @Singleton
  InterestTable interestTable() {
    return new InterestTable(database);
  }

  @Produces
  @Singleton
  Discovery discovery() {
    return new Discovery(database);
  }

  @Produces
  @Singleton
  LookTable lookTable() {
    return new LookTable(database);
  }

  @Produces
  @Singleton
  static DiscoveryLimits discoveryLimits(LookTable table, Clock clock) {
    return new DiscoveryLimits(table, clock);
  }
}
