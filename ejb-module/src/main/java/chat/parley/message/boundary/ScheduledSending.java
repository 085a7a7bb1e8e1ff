package chat.parley.message.boundary;

import chat.parley.message.MessageLog;
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

/** Sends scheduled messages at their time, on every instance: the first that comes sends. */
@Singleton
@Startup
@DependsOn("JournalStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class ScheduledSending {

  @Resource private ManagedScheduledExecutorService scheduler;
  @EJB private ScheduledMessages messages;

  private @Nullable RepeatedTask task;

  @PostConstruct
  void start() {
    task =
        RepeatedTask.start(
            scheduler, Limits.SCHEDULE_LOOK, messages::sendNext, MessageLog.LOG::scheduledWait);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
  }
}
