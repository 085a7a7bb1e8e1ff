package chat.parley.tip.boundary;

import chat.parley.ethereum.boundary.Chains;
import chat.parley.platform.Limits;
import chat.parley.platform.RepeatedTask;
import chat.parley.tip.TipLog;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Reads the settings of chains at the start, and finds tips whose jobs were lost. */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class TipStart {

  @Resource private ManagedScheduledExecutorService scheduler;
  @EJB private TipTransactions transactions;
  @Inject private Chains chains;

  private @Nullable RepeatedTask task;

  @PostConstruct
  void start() {
    // Wrong settings are told now, and not to the first one who pays.
    chains.all();
    task =
        RepeatedTask.start(scheduler, Limits.TIP_SWEEP, this::sweepOnce, TipLog.LOG::sweepFailed);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
  }

  private boolean sweepOnce() {
    int found = transactions.findLost();
    if (found > 0) {
      TipLog.LOG.foundAgain(found);
    }
    return false;
  }
}
