package chat.parley.journal.boundary;

import chat.parley.journal.JournalLog;
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
import java.util.concurrent.atomic.AtomicInteger;
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
  @Inject private Journal journal;

  private @Nullable ScheduledFuture<?> task;
  private volatile boolean stopping;
  private final AtomicInteger failures = new AtomicInteger();

  @PostConstruct
  void start() {
    long period = Limits.EXPIRY_SWEEP.toMillis();
    task = scheduler.scheduleWithFixedDelay(this::run, period, period, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    stopping = true;
    if (task != null) {
      task.cancel(false);
    }
  }

  private void run() {
    try {
      int erased = Limits.EXPIRY_BATCH;
      while (erased == Limits.EXPIRY_BATCH && !stopping) {
        erased = journal.eraseExpired(Limits.EXPIRY_BATCH);
      }
      failures.set(0);
    } catch (RuntimeException e) {
      // An exception would end the schedule. Once is no news: the server closes what the sweep uses
      // a moment before it tells the sweep to stop.
      if (failures.incrementAndGet() == 2 && !stopping) {
        JournalLog.LOG.cannotErase(e);
      }
    }
  }
}
