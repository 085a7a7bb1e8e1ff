package chat.parley.identity.boundary;

import chat.parley.identity.IdentityLog;
import chat.parley.platform.Limits;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Removes expired sessions and secrets now and then; every instance may, the rows do not mind. */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class CleanUp {

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private SessionTransactions transactions;

  private @Nullable ScheduledFuture<?> task;

  @PostConstruct
  void start() {
    long period = Limits.IDENTITY_CLEAN_UP.toSeconds();
    task = scheduler.scheduleWithFixedDelay(this::run, period, period, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.cancel(false);
    }
  }

  private void run() {
    try {
      int removed = transactions.removeExpired();
      if (removed > 0) {
        IdentityLog.LOG.cleanedUp(removed);
      }
    } catch (RuntimeException e) {
      // An exception would end the schedule.
      IdentityLog.LOG.cleanUpFailed(e);
    }
  }
}
