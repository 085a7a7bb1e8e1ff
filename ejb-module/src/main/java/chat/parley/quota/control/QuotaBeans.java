package chat.parley.quota.control;

import chat.parley.platform.boundary.Resources;
import chat.parley.sealing.BlindIndex;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** The one table of buckets. */
@ApplicationScoped
class QuotaBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource pooled;

  @Produces
  @Singleton
  Buckets buckets(BlindIndex index) {
    return new Buckets(pooled, index, System::nanoTime);
  }
}
