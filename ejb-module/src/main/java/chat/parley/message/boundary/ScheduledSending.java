package chat.parley.message.boundary;

import chat.parley.message.MessageLog;
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

/** Sends scheduled messages at their time, on every instance: the first that comes sends. */
@Singleton
@Startup
@DependsOn("JournalStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class ScheduledSending {

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private ScheduledMessages messages;

  private @Nullable ScheduledFuture<?> task;
  private volatile boolean stopping;
  private volatile boolean failing;

  @PostConstruct
  void start() {
    long period = Limits.SCHEDULE_LOOK.toMillis();
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
      boolean more = true;
      while (more && !stopping) {
        more = messages.sendNext();
      }
      failing = false;
    } catch (RuntimeException e) {
      // An exception would end the schedule. What fails because all ends is no news.
      if (!failing && !stopping) {
        failing = true;
        MessageLog.LOG.scheduledWait(e);
      }
    }
  }
}
