package chat.parley.journal.boundary;

import chat.parley.journal.JournalLog;
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

/**
 * Erases bodies whose time is over, on every instance: what one of them erases the others leave to
 * it, and what was due while none ran is erased by the first that does. Readers do not wait for it:
 * no read gives an expired body.
 */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class ExpirySweep {

  @Resource private ManagedScheduledExecutorService scheduler;
  @EJB private Journal journal;

  private @Nullable RepeatedTask task;

  @PostConstruct
  void start() {
    task =
        RepeatedTask.start(
            scheduler,
            Limits.EXPIRY_SWEEP,
            () -> journal.eraseExpired(Limits.EXPIRY_BATCH) == Limits.EXPIRY_BATCH,
            JournalLog.LOG::cannotErase);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
  }
}
