package chat.parley.identity.boundary;

import chat.parley.identity.IdentityLog;
import chat.parley.platform.Limits;
import chat.parley.platform.RepeatedTask;
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

/** Removes expired sessions and secrets now and then; every instance may, the rows do not mind. */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class CleanUp {

  @Resource private ManagedScheduledExecutorService scheduler;
  @EJB private SessionTransactions transactions;

  private @Nullable RepeatedTask task;

  @PostConstruct
  void start() {
    task =
        RepeatedTask.start(
            scheduler,
            Limits.IDENTITY_CLEAN_UP,
            this::removeExpired,
            IdentityLog.LOG::cleanUpFailed);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
  }

  private boolean removeExpired() {
    int removed = transactions.removeExpired();
    if (removed > 0) {
      IdentityLog.LOG.cleanedUp(removed);
    }
    return false;
  }
}
