package chat.parley.tip.control;

import chat.parley.ethereum.boundary.Chains;
import chat.parley.platform.boundary.Resources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** What tips keep one of. */
@ApplicationScoped
class TipBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource pooled;

  @Produces
  @Singleton
  TipTable tipTable() {
    return new TipTable(pooled);
  }

  @Produces
  @Singleton
  TipWalletTable tipWalletTable() {
    return new TipWalletTable(pooled);
  }

  @Produces
  @Singleton
  TipLimitTable tipLimitTable() {
    return new TipLimitTable(pooled);
  }

  @Produces
  @Singleton
  static TipWatch tipWatch(Chains chains) {
    return new TipWatch(chains);
  }
}
