package chat.parley.profile.control;

import chat.parley.platform.boundary.Resources;
import chat.parley.quota.boundary.Quotas;
import chat.parley.sealing.Sealer;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Puts the tables of profiles and interests together, and the quota of those who look. */
@ApplicationScoped
class ProfileBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @EJB private Quotas quotas;

  @Produces
  @Singleton
  ProfileTable profileTable(Sealer sealer) {
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
  LookUpTable lookUpTable() {
    return new LookUpTable(database);
  }

  @Produces
  @Singleton
  DiscoveryLimits discoveryLimits() {
    return new DiscoveryLimits((quota, key) -> quotas.take(quota, key));
  }
}
