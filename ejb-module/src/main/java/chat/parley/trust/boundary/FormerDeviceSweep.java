package chat.parley.trust.boundary;

import chat.parley.platform.Limits;
import chat.parley.platform.RepeatedTask;
import chat.parley.trust.TrustLog;
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
import org.jspecify.annotations.Nullable;

/** Forgets devices that have been gone for long; every instance may. */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class FormerDeviceSweep {

  @Resource private ManagedScheduledExecutorService scheduler;
  @EJB private StatementTransactions transactions;

  private @Nullable RepeatedTask task;

  @PostConstruct
  void start() {
    task =
        RepeatedTask.start(
            scheduler, Limits.FORMER_DEVICE_SWEEP, this::sweepOnce, TrustLog.LOG::sweepFailed);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
  }

  private boolean sweepOnce() {
    transactions.forgetFormerDevices();
    return false;
  }
}
